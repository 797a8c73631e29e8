package dev.doorstep.emailreply;

import static java.util.Objects.requireNonNull;

import dev.doorstep.emailreply.score.Reading;
import dev.doorstep.links.Link;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.AttentionRule;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a customer's mail does to the reply. Pure.
 *
 * <p>A score that is clear answers the survey, unless the page or support did; until the window
 * closes, a later mail takes the place of an earlier one. The first mail whose score is not clear is
 * asked back about. All else that is more than a score is for a person to read.
 */
final class Recording {
    private static final int MOST_LETTERS = 20;
    private static final int MOST_EARLIER = 50;
    private static final int FEWEST_WORDS_TO_READ = 4;

    private final Programme programme;
    private final AttentionRule attention;

    Recording(Programme programme) {
        this.programme = requireNonNull(programme, "programme is null");
        this.attention = new AttentionRule(programme.support());
    }

    /** What is to be written; empty if the mail, or a copy of it, is known already. */
    Optional<Reply> next(Optional<Reply> before, Link link, Received mail, Instant now) {
        boolean isKnown =
                before.stream()
                        .flatMap(reply -> reply.letters().stream())
                        .anyMatch(letter -> letter.id().equals(mail.id()));
        if (isKnown) {
            return Optional.empty();
        }
        Optional<Answer> answer = answer(before, mail, now);
        return Optional.of(
                written(before, link, answer, letter(before, link, answer, mail), now));
    }

    /** The mail is to be read by a person, after all: it could not be asked back about. */
    Optional<Reply> toRead(Reply reply, Link link, String letterId, Instant now) {
        boolean isUnclear =
                reply.letters().stream()
                        .anyMatch(
                                letter ->
                                        letter.id().equals(letterId)
                                                && letter.kind() == Letter.Kind.UNCLEAR);
        if (!isUnclear) {
            return Optional.empty();
        }
        List<Letter> letters =
                reply.letters().stream()
                        .map(l -> l.id().equals(letterId) ? l.as(Letter.Kind.TO_READ) : l)
                        .toList();
        return Optional.of(changed(reply, link, reply.answer(), letters, now));
    }

    /** The score, where the mail may still answer the survey. */
    private Optional<Answer> answer(Optional<Reply> before, Received mail, Instant now) {
        boolean mayAnswer = before.stream().allMatch(reply -> isOpen(reply, now));
        return mayAnswer && mail.reading() instanceof Reading.Score score
                ? Optional.of(new Answer.Score(score.value()))
                : Optional.empty();
    }

    private boolean isOpen(Reply reply, Instant now) {
        return reply.givesWayToPage()
                && now.isBefore(reply.recordedAt().plus(programme.editWindow()));
    }

    private Letter letter(
            Optional<Reply> before, Link link, Optional<Answer> answer, Received mail) {
        return new Letter(
                mail.id(), kind(before, link, answer, mail), mail.at(), mail.text(), mail.photographs());
    }

    private Letter.Kind kind(
            Optional<Reply> before, Link link, Optional<Answer> answer, Received mail) {
        if (answer.isPresent()) {
            return Letter.Kind.SCORED;
        }
        boolean isAnswered = before.stream().anyMatch(reply -> !isUnscored(reply));
        if (isAnswered) {
            return saysNothingNew(before.get(), link, mail)
                    ? Letter.Kind.SCORED
                    : Letter.Kind.TO_READ;
        }
        boolean wasAsked =
                before.stream()
                        .flatMap(reply -> reply.letters().stream())
                        .anyMatch(letter -> letter.kind() == Letter.Kind.UNCLEAR);
        boolean isWordy = mail.text().split("\\s+").length >= FEWEST_WORDS_TO_READ;
        return wasAsked || isWordy || !mail.photographs().isEmpty()
                ? Letter.Kind.TO_READ
                : Letter.Kind.UNCLEAR;
    }

    /** A score alone after the page was answered: a person looks only if it is a worse one. */
    private static boolean saysNothingNew(Reply reply, Link link, Received mail) {
        return mail.isScoreAlone()
                && mail.photographs().isEmpty()
                && mail.reading() instanceof Reading.Score score
                && (!link.metric().isDetractor(score.value())
                        || reply.answer().isUnhappy(link.metric()));
    }

    private static boolean isUnscored(Reply reply) {
        return reply.answer() instanceof Answer.Unscored;
    }

    private Reply written(
            Optional<Reply> before,
            Link link,
            Optional<Answer> answer,
            Letter letter,
            Instant now) {
        if (before.isEmpty()) {
            return first(link, answer.orElse(new Answer.Unscored()), letter, now);
        }
        Reply reply = before.get();
        List<Letter> letters = new ArrayList<>(reply.letters());
        letters.add(letter);
        return changed(
                reply,
                link,
                answer.orElse(reply.answer()),
                letters.subList(Math.max(0, letters.size() - MOST_LETTERS), letters.size()),
                now);
    }

    private Reply first(Link link, Answer answer, Letter letter, Instant now) {
        return new Reply(
                SurveyId.parse(link.surveyId()),
                link.metric(),
                answer,
                List.of(),
                Optional.of(letter.text()).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Channel.MAIL,
                Evidence.MAIL,
                now,
                now,
                1,
                attention.after(
                        Optional.empty(),
                        link.metric(),
                        answer,
                        Optional.empty(),
                        letter.kind() == Letter.Kind.TO_READ,
                        Evidence.MAIL,
                        link.orderValue(),
                        link.currency(),
                        now),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                List.of(letter),
                Optional.empty());
    }

    private Reply changed(
            Reply reply, Link link, Answer answer, List<Letter> letters, Instant now) {
        boolean isAnswer = !answer.equals(reply.answer()) || reply.givesWayToPage();
        Evidence evidence = isAnswer ? Evidence.MAIL : reply.evidence();
        boolean toRead = letters.stream().anyMatch(l -> l.kind() == Letter.Kind.TO_READ);
        return new Reply(
                reply.survey(),
                reply.metric(),
                answer,
                reply.reasons(),
                reply.comment(),
                reply.contactWish(),
                isAnswer ? Channel.MAIL : reply.channel(),
                evidence,
                reply.recordedAt(),
                now,
                reply.version() + 1,
                attention.after(
                        reply.attention(),
                        reply.metric(),
                        answer,
                        reply.contactWish(),
                        toRead,
                        evidence,
                        link.orderValue(),
                        link.currency(),
                        now),
                reply.editKeyHash(),
                reply.pressHash(),
                answer.equals(reply.answer()) ? reply.earlier() : earlier(reply),
                reply.signals(),
                letters,
                reply.locale());
    }

    private static List<Reply.Earlier> earlier(Reply reply) {
        List<Reply.Earlier> earlier = new ArrayList<>(reply.earlier());
        earlier.add(
                new Reply.Earlier(
                        reply.version(), reply.answer(), reply.evidence(), reply.changedAt()));
        return earlier.subList(Math.max(0, earlier.size() - MOST_EARLIER), earlier.size());
    }
}

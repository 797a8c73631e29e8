package dev.doorstep.emailreply;

import static java.util.Objects.requireNonNull;

import dev.doorstep.emailreply.score.Reading;
import dev.doorstep.links.Link;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.AttentionRule;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a customer's mail does to the reply. Pure.
 *
 * <p>A score that is clear answers the survey, unless the page or support did; until the window
 * closes, a later mail takes the place of an earlier one. The first mail whose score is not clear
 * is asked back about. All else that is more than a score is for a person to read.
 */
final class Recording {
    private static final int MOST_LETTERS = 20;
    private static final int LONGEST_TEXT = 4000;

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
        return Optional.of(written(before, link, answer, letter(before, link, answer, mail), now));
    }

    /** The mail is to be read by a person, after all: it could not be asked back about. */
    Optional<Reply> toRead(Reply reply, Link link, String letterId, Instant now) {
        return reply.letters().stream()
                .filter(letter -> letter.id().equals(letterId))
                .filter(letter -> letter.kind() == Letter.Kind.UNCLEAR)
                .findFirst()
                .map(letter -> toRead(reply, link, letter.as(Letter.Kind.TO_READ), now));
    }

    private Reply toRead(Reply reply, Link link, Letter letter, Instant now) {
        List<Letter> letters =
                reply.letters().stream()
                        .map(other -> other.id().equals(letter.id()) ? letter : other)
                        .toList();
        return changed(reply, link, Optional.empty(), letter, letters, now);
    }

    /** The score, where the mail may still answer the survey. */
    private Optional<Answer> answer(Optional<Reply> before, Received mail, Instant now) {
        boolean mayAnswer =
                before.stream().allMatch(reply -> isOpen(reply, now) && !isOutdone(mail, reply));
        return mayAnswer && mail.reading() instanceof Reading.Score score
                ? Optional.of(new Answer.Score(score.value()))
                : Optional.empty();
    }

    /** No window opens with what looked automated, or with words before the question. */
    private boolean isOpen(Reply reply, Instant now) {
        return !isAnswered(reply)
                || (reply.givesWayToPage()
                        && now.isBefore(reply.recordedAt().plus(programme.editWindow())));
    }

    /** Queues may bring a mail after one that the customer wrote later. */
    private static boolean isOutdone(Received mail, Reply reply) {
        return isAnswered(reply)
                && reply.letters().stream()
                        .anyMatch(
                                letter ->
                                        letter.kind() != Letter.Kind.UNCLEAR
                                                && letter.receivedAt().isAfter(mail.at()));
    }

    private static Letter letter(
            Optional<Reply> before, Link link, Optional<Answer> answer, Received mail) {
        return new Letter(
                mail.id(),
                kind(before, link, answer, mail),
                mail.key(),
                mail.at(),
                beginning(mail.text()),
                mail.photographs());
    }

    /** The whole lies in the bucket. */
    private static String beginning(String text) {
        int end = Math.min(text.length(), LONGEST_TEXT);
        boolean splits = end < text.length() && Character.isLowSurrogate(text.charAt(end));
        return text.substring(0, splits ? end - 1 : end);
    }

    private static Letter.Kind kind(
            Optional<Reply> before, Link link, Optional<Answer> answer, Received mail) {
        if (answer.isPresent()) {
            return mail.isToRead() ? Letter.Kind.TO_READ : Letter.Kind.SCORED;
        }
        Optional<Reply> answered = before.filter(Recording::isAnswered);
        if (answered.isPresent()) {
            return saysNothingNew(answered.get(), link, mail)
                    ? Letter.Kind.SCORED
                    : Letter.Kind.TO_READ;
        }
        boolean isFirst = before.stream().allMatch(reply -> reply.letters().isEmpty());
        return isFirst && !mail.isToRead() ? Letter.Kind.UNCLEAR : Letter.Kind.TO_READ;
    }

    /** A score alone after the page was answered: a person looks only if it is a worse one. */
    private static boolean saysNothingNew(Reply reply, Link link, Received mail) {
        return mail.isScoreAlone()
                && mail.reading() instanceof Reading.Score score
                && (!link.metric().isDetractor(score.value())
                        || reply.answer().isUnhappy(link.metric()));
    }

    /** Words alone are no answer yet: the window opens with the first score. */
    private static Instant recordedAt(Reply reply, Optional<Answer> score, Instant now) {
        return isAnswered(reply) || (reply.counts() && score.isEmpty()) ? reply.recordedAt() : now;
    }

    private static boolean isAnswered(Reply reply) {
        return reply.counts() && !(reply.answer() instanceof Answer.Unscored);
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
        letters.sort(Comparator.comparing(Letter::receivedAt));
        while (letters.size() > MOST_LETTERS) {
            letters.remove(leastWorthKeeping(letters));
        }
        return changed(reply, link, answer, letter, letters, now);
    }

    /** The oldest, but none that a person must read while there is another. */
    private static Letter leastWorthKeeping(List<Letter> letters) {
        return letters.stream()
                .filter(letter -> letter.kind() != Letter.Kind.TO_READ)
                .findFirst()
                .orElseGet(letters::getFirst);
    }

    private Reply first(Link link, Answer answer, Letter letter, Instant now) {
        return new Reply(
                SurveyId.parse(link.surveyId()),
                link.metric(),
                answer,
                List.of(),
                comment(letter),
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

    private static Optional<String> comment(Letter letter) {
        return Optional.of(letter.text()).filter(text -> !text.isEmpty());
    }

    /**
     * What looked automated was no answer: a person's mail, whatever it says, takes the place of
     * all of it. A score takes the place of another one and of what was written with it.
     */
    private Reply changed(
            Reply reply,
            Link link,
            Optional<Answer> score,
            Letter letter,
            List<Letter> letters,
            Instant now) {
        boolean counts = reply.counts();
        boolean isOfMail = score.isPresent() || !counts;
        boolean isInstead = isOfMail && !(counts && reply.answer() instanceof Answer.Unscored);
        Answer answer = score.orElse(counts ? reply.answer() : new Answer.Unscored());
        Optional<ContactChannel> wish = counts ? reply.contactWish() : Optional.empty();
        Evidence evidence = isOfMail ? Evidence.MAIL : reply.evidence();
        boolean toRead = letters.stream().anyMatch(l -> l.kind() == Letter.Kind.TO_READ);
        return new Reply(
                reply.survey(),
                reply.metric(),
                answer,
                counts ? reply.reasons() : List.of(),
                isInstead ? comment(letter) : reply.comment(),
                wish,
                isOfMail ? Channel.MAIL : reply.channel(),
                evidence,
                recordedAt(reply, score, now),
                now,
                reply.version() + 1,
                attention.after(
                        reply.attention(),
                        reply.metric(),
                        answer,
                        wish,
                        toRead,
                        evidence,
                        link.orderValue(),
                        link.currency(),
                        now),
                counts ? reply.editKeyHash() : Optional.empty(),
                counts ? reply.pressHash() : Optional.empty(),
                isOfMail ? reply.earlierWithThis() : reply.earlier(),
                reply.signals(),
                letters,
                reply.locale(),
                isOfMail ? Optional.empty() : reply.recordedBy(),
                reply.startedAt());
    }
}

package dev.doorstep.surveypage;

import static java.util.Objects.requireNonNull;

import dev.doorstep.links.Link;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.AttentionRule;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.SurveyId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what a press does to the reply. Pure.
 *
 * <p>The first press is recorded. After that, only the page that recorded it may change it, for as
 * long as the programme says. Another press without that page's key is kept as a signal; if it
 * comes within seconds and answers differently, a machine is trying the buttons, and what it
 * recorded before becomes suspect too. A suspect reply gives way to a person's, and what a mail
 * said to what is pressed; of either, nothing but the letters is kept: who has the link need not be
 * who wrote.
 */
final class Recording {
    private static final Duration SECONDS_OF_A_MACHINE = Duration.ofSeconds(10);
    private static final int MOST_SIGNALS = 100;
    private static final Press.Details NOTHING_ADDED =
            new Press.Details(List.of(), Optional.empty(), Optional.empty());

    private final Programme programme;
    private final AttentionRule attention;

    Recording(Programme programme) {
        this.programme = requireNonNull(programme, "programme is null");
        this.attention = new AttentionRule(programme.support());
    }

    /** What is to be written, if anything. */
    Optional<Reply> next(Optional<Reply> before, Link link, Press press, Instant now) {
        if (before.isEmpty()) {
            return Optional.of(first(link, press, now));
        }
        Reply reply = before.get();
        if (reply.pressHash().filter(press.nonce().hash()::equals).isPresent()) {
            return Optional.empty();
        }
        if (holdsKey(reply, press)) {
            return isOpen(reply, now)
                    ? Optional.of(
                            changed(
                                    reply,
                                    link,
                                    press,
                                    evidenceOfKeyHolder(reply, press, now),
                                    now))
                    : Optional.empty();
        }
        return withoutKey(reply, link, press, now);
    }

    /** Whether the reply can still be changed from the page that recorded it. */
    boolean isOpen(Reply reply, Instant now) {
        return now.isBefore(reply.recordedAt().plus(programme.editWindow()));
    }

    private Optional<Reply> withoutKey(Reply reply, Link link, Press press, Instant now) {
        if (!reply.givesWayToPage() && triesButtons(reply, press, now)) {
            return Optional.of(suspected(reply, link, now));
        }
        if (reply.givesWayToPage()
                && !looksAutomated(press, now)
                && !triesButtons(reply, press, now)) {
            return Optional.of(changed(reply, link, press, Evidence.CONFIRMED, now));
        }
        return reply.signals() < MOST_SIGNALS ? Optional.of(signalled(reply)) : Optional.empty();
    }

    /** Who only wrote before had answered nothing yet: the window opens with the first answer. */
    private static Instant recordedAt(Reply reply, Instant now) {
        return reply.answer() instanceof Answer.Unscored ? now : reply.recordedAt();
    }

    private static boolean holdsKey(Reply reply, Press press) {
        return reply.editKeyHash().isPresent() && reply.editKeyHash().equals(press.heldKeyHash());
    }

    private boolean looksAutomated(Press press, Instant now) {
        Instant soonest = press.nonce().issuedAt().plus(programme.minimumPressTime());
        return press.filledHiddenField() || now.isBefore(soonest);
    }

    /** What a mail said, support wrote down, or another system told was no button of ours. */
    private static boolean triesButtons(Reply reply, Press press, Instant now) {
        return reply.channel() == Channel.PAGE
                && !reply.isImported()
                && !reply.answer().equals(press.answer())
                && now.isBefore(reply.changedAt().plus(SECONDS_OF_A_MACHINE));
    }

    private Evidence evidenceOfKeyHolder(Reply reply, Press press, Instant now) {
        return !reply.counts() && looksAutomated(press, now)
                ? Evidence.SUSPECT
                : Evidence.CONFIRMED;
    }

    private Reply first(Link link, Press press, Instant now) {
        Evidence evidence = looksAutomated(press, now) ? Evidence.SUSPECT : Evidence.CONFIRMED;
        Press.Details details = press.details().orElse(NOTHING_ADDED);
        return new Reply(
                SurveyId.parse(link.surveyId()),
                link.metric(),
                press.answer(),
                details.reasons(),
                details.comment(),
                details.contactWish(),
                Channel.PAGE,
                evidence,
                now,
                now,
                1,
                attention.after(
                        Optional.empty(),
                        link.metric(),
                        press.answer(),
                        details.contactWish(),
                        false,
                        evidence,
                        link.orderValue(),
                        link.currency(),
                        now),
                Optional.of(press.newKeyHash()),
                Optional.of(press.nonce().hash()),
                List.of(),
                0,
                List.of(),
                press.locale());
    }

    private Reply changed(Reply reply, Link link, Press press, Evidence evidence, Instant now) {
        boolean byKey = holdsKey(reply, press);
        Press.Details details = press.details().orElse(byKey ? details(reply) : NOTHING_ADDED);
        return new Reply(
                reply.survey(),
                reply.metric(),
                press.answer(),
                details.reasons(),
                details.comment(),
                details.contactWish(),
                Channel.PAGE,
                evidence,
                recordedAt(reply, now),
                now,
                reply.version() + 1,
                attention.after(
                        reply.attention(),
                        reply.metric(),
                        press.answer(),
                        details.contactWish(),
                        reply.hasLetterToRead(),
                        evidence,
                        link.orderValue(),
                        link.currency(),
                        now),
                byKey ? reply.editKeyHash() : Optional.of(press.newKeyHash()),
                Optional.of(press.nonce().hash()),
                reply.earlierWithThis(),
                reply.signals(),
                reply.letters(),
                press.locale().or(reply::locale),
                Optional.empty(),
                reply.startedAt());
    }

    private static Press.Details details(Reply reply) {
        return new Press.Details(reply.reasons(), reply.comment(), reply.contactWish());
    }

    private Reply suspected(Reply reply, Link link, Instant now) {
        return new Reply(
                reply.survey(),
                reply.metric(),
                reply.answer(),
                reply.reasons(),
                reply.comment(),
                reply.contactWish(),
                reply.channel(),
                Evidence.SUSPECT,
                reply.recordedAt(),
                now,
                reply.version() + 1,
                attention.after(
                        reply.attention(),
                        reply.metric(),
                        reply.answer(),
                        reply.contactWish(),
                        reply.hasLetterToRead(),
                        Evidence.SUSPECT,
                        link.orderValue(),
                        link.currency(),
                        now),
                reply.editKeyHash(),
                reply.pressHash(),
                reply.earlierWithThis(),
                reply.signals() + 1,
                reply.letters(),
                reply.locale(),
                reply.recordedBy(),
                reply.startedAt());
    }

    private static Reply signalled(Reply reply) {
        return new Reply(
                reply.survey(),
                reply.metric(),
                reply.answer(),
                reply.reasons(),
                reply.comment(),
                reply.contactWish(),
                reply.channel(),
                reply.evidence(),
                reply.recordedAt(),
                reply.changedAt(),
                reply.version() + 1,
                reply.attention(),
                reply.editKeyHash(),
                reply.pressHash(),
                reply.earlier(),
                reply.signals() + 1,
                reply.letters(),
                reply.locale(),
                reply.recordedBy(),
                reply.startedAt());
    }
}

package dev.doorstep.supportdesk;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.Promise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * By when a person is to be in touch, and what is left of that time.
 *
 * @param level {@code fine}, {@code soon}, {@code broken} or {@code done}: each has a colour and a
 *     shape
 * @param minutes that are left; what is shown changes with them
 * @param earlier the promises before this one
 */
public record PromiseView(
        String level, String words, Moment by, long minutes, List<Earlier> earlier) {

    /** A promise that has ended, and how. */
    public record Earlier(Moment by, String fate) {}

    static PromiseView of(FollowUp followUp, Frame frame) {
        Promise last = followUp.ledger().last();
        Duration left = Duration.between(frame.now(), last.by());
        return new PromiseView(
                level(last, frame.now()),
                words(last, left, frame),
                frame.moment(last.by(), followUp.customer().customer().zone()),
                last.isOpen() ? left.toMinutes() : 0,
                earlier(followUp, frame));
    }

    private static String level(Promise promise, Instant now) {
        Optional<Promise.Fate> fate = promise.end().map(Promise.End::fate);
        if (fate.isPresent()) {
            return fate.get() == Promise.Fate.BROKEN ? "broken" : "done";
        }
        if (!now.isBefore(promise.by())) {
            return "broken";
        }
        return now.isBefore(promise.warnAt()) ? "fine" : "soon";
    }

    private static String words(Promise promise, Duration left, Frame frame) {
        return promise.end()
                .map(end -> frame.text("fate." + end.fate().id()))
                .orElseGet(
                        () ->
                                frame.text(
                                        left.isPositive() ? "promise.left" : "promise.overdue",
                                        Moment.words(left, frame.texts())));
    }

    private static List<Earlier> earlier(FollowUp followUp, Frame frame) {
        List<Promise> promises = followUp.ledger().promises();
        return promises.subList(0, promises.size() - 1).stream()
                .map(promise -> earlier(promise, frame))
                .toList();
    }

    private static Earlier earlier(Promise promise, Frame frame) {
        return new Earlier(
                frame.moment(promise.by()),
                promise.end().map(end -> frame.text("fate." + end.fate().id())).orElse(""));
    }
}

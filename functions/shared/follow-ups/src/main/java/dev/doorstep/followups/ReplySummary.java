package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Reply;

import java.util.List;
import java.util.Optional;

/**
 * What the customer replied, as the desk shows it.
 *
 * @param version of the reply; it only grows, from 0 while there is none
 */
public record ReplySummary(
        Metric metric,
        Answer answer,
        List<String> reasons,
        Optional<String> comment,
        Optional<ContactChannel> contactWish,
        List<Letter> letters,
        int version) {

    public ReplySummary {
        requireNonNull(metric, "metric is null");
        requireNonNull(answer, "answer is null");
        reasons = List.copyOf(reasons);
        requireNonNull(comment, "comment is null");
        requireNonNull(contactWish, "contactWish is null");
        letters = List.copyOf(letters);
    }

    /** Nothing yet. */
    static ReplySummary none(Metric metric) {
        return new ReplySummary(
                metric,
                new Answer.Unscored(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0);
    }

    /**
     * The same without what the customer wrote.
     *
     * @param latest the version that the reply has now, so that none before it is news any more
     */
    ReplySummary erased(int latest) {
        return new ReplySummary(
                metric,
                answer,
                reasons,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Math.max(version, latest));
    }

    public static ReplySummary of(Reply reply) {
        return new ReplySummary(
                reply.metric(),
                reply.answer(),
                reply.reasons(),
                reply.comment(),
                reply.contactWish(),
                reply.letters(),
                reply.version());
    }
}

package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Reply;

import java.time.Instant;
import java.util.Optional;

/** That a customer who had been unhappy is happy now, in their own words: by this score. */
public record Recovery(Metric metric, int score, Instant at) {

    public Recovery {
        requireNonNull(metric, "metric is null");
        requireNonNull(at, "at is null");
    }

    /** What a reply says of it; empty if its score is not in the highest part of its scale. */
    static Optional<Recovery> of(Reply reply) {
        return reply.answer() instanceof Answer.Score score
                        && reply.metric().isPromoter(score.value())
                ? Optional.of(new Recovery(reply.metric(), score.value(), reply.changedAt()))
                : Optional.empty();
    }
}

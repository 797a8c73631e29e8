package dev.doorstep.local.imports;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one row says of a reply at one time.
 *
 * @param changedAt when the customer said this; {@code answeredAt}, if they never changed it
 */
record ImportedReply(
        SurveyId survey,
        Metric metric,
        int score,
        List<String> reasons,
        Optional<String> comment,
        Channel channel,
        Optional<Locale> locale,
        Instant answeredAt,
        Instant changedAt) {

    ImportedReply {
        requireNonNull(survey, "survey is null");
        requireNonNull(metric, "metric is null");
        reasons = List.copyOf(reasons);
        requireNonNull(comment, "comment is null");
        requireNonNull(channel, "channel is null");
        requireNonNull(locale, "locale is null");
        requireNonNull(answeredAt, "answeredAt is null");
        requireNonNull(changedAt, "changedAt is null");
        if (!metric.allows(score)) {
            throw Line.Row.wrong("score", "is not on the scale of " + metric);
        }
        if (changedAt.isBefore(answeredAt)) {
            throw Line.Row.wrong("changed_at", "is before the answer");
        }
    }

    /** As the first version that we know. */
    Reply first() {
        return new Reply(
                survey,
                metric,
                new Answer.Score(score),
                reasons,
                comment,
                Optional.empty(),
                channel,
                Evidence.IMPORT,
                answeredAt,
                changedAt,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                List.of(),
                locale);
    }

    /** As the version that takes the place of an earlier one. */
    Reply after(Reply before) {
        return new Reply(
                survey,
                metric,
                new Answer.Score(score),
                reasons,
                comment,
                Optional.empty(),
                channel,
                Evidence.IMPORT,
                before.recordedAt(),
                changedAt,
                before.version() + 1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                before.earlierWithThis(),
                before.signals(),
                before.letters(),
                locale);
    }

    /** Whether the reply says this now. */
    boolean is(Reply reply) {
        return reply.answer().equals(new Answer.Score(score))
                && reply.metric() == metric
                && reply.reasons().equals(reasons)
                && reply.comment().equals(comment)
                && reply.channel() == channel
                && reply.locale().equals(locale)
                && reply.changedAt().equals(changedAt);
    }

    /** Whether the reply said this before. */
    boolean was(Reply reply) {
        return reply.earlier().stream()
                .anyMatch(
                        earlier ->
                                earlier.at().equals(changedAt)
                                        && earlier.answer().equals(new Answer.Score(score)));
    }
}

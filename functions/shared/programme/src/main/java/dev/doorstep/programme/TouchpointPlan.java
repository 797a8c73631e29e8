package dev.doorstep.programme;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What is asked about one touchpoint.
 *
 * @param delay from the moment asked about to the mail
 * @param reminderAfter from the mail to the one reminder
 * @param latestAfter from the moment asked about; later than that nobody is asked any more
 * @param expiresAfter from the mail; later than that its links answer nothing
 * @param exemptFromAnySurveyCap whether it is asked although the contact was asked about something
 *     else: the question whether we put something right follows another one, which has just used up
 *     that cap, and who asks it late asks about nothing
 */
public record TouchpointPlan(
        Metric metric,
        Duration delay,
        Duration reminderAfter,
        Duration latestAfter,
        Duration expiresAfter,
        boolean exemptFromAnySurveyCap) {

    public TouchpointPlan {
        requireNonNull(metric, "metric is null");
        requirePositive(reminderAfter, "reminderAfter");
        requirePositive(latestAfter, "latestAfter");
        requirePositive(expiresAfter, "expiresAfter");
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay is negative");
        }
    }

    /** From the moment asked about until the link of the last mail about it answers nothing. */
    Duration longestAnswerable() {
        return latestAfter.plus(reminderAfter).plus(expiresAfter);
    }

    private static void requirePositive(Duration duration, String name) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " is not positive");
        }
    }
}

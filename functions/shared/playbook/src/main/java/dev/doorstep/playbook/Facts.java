package dev.doorstep.playbook;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of a follow-up when support opens it.
 *
 * @param metric of the survey that was answered
 * @param reasons by their ids; their order says nothing
 * @param value of the order, if the order system told it
 * @param daysLate full days from the promised day to the day of arrival or, while it has not come,
 *     to today; 0 if it was in time
 * @param earlierCases how many follow-ups this customer had before this one
 * @param wishesCall whether the customer asked to be called
 */
public record Facts(
        Touchpoint touchpoint,
        Metric metric,
        Answer answer,
        List<String> reasons,
        Optional<OrderValue> value,
        int daysLate,
        Locale locale,
        int earlierCases,
        boolean wishesCall) {

    public Facts {
        requireNonNull(touchpoint, "touchpoint is null");
        requireNonNull(metric, "metric is null");
        reasons = List.copyOf(reasons);
        requireNonNull(value, "value is null");
        requireNonNull(locale, "locale is null");
        if (answer instanceof Answer.Score score && !metric.allows(score.value())) {
            throw new IllegalArgumentException("score is not on the scale");
        }
        if (daysLate < 0 || earlierCases < 0) {
            throw new IllegalArgumentException("days late and earlier cases count from 0");
        }
    }

    /** What the customer answered. */
    public sealed interface Answer {

        /** A point on the survey's scale. */
        record Score(int value) implements Answer {}

        /** The parcel has not come. */
        record NotReceived() implements Answer {}

        /** The customer wrote, but gave no score. */
        record Unscored() implements Answer {}
    }
}

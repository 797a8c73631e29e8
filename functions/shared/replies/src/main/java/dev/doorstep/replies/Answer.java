package dev.doorstep.replies;

import dev.doorstep.programme.Metric;

/** What a customer answered. */
public sealed interface Answer {

    /** Whether it speaks of a bad experience on this scale. */
    default boolean isUnhappy(Metric metric) {
        return switch (this) {
            case Score score -> metric.isDetractor(score.value());
            case NotReceived _ -> true;
        };
    }

    /** A point on the survey's scale. */
    record Score(int value) implements Answer {}

    /** The parcel has not come: there is nothing to score yet. */
    record NotReceived() implements Answer {}
}

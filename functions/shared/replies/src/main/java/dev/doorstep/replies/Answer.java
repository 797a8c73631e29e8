package dev.doorstep.replies;

import dev.doorstep.programme.Metric;

/** What a customer answered. */
public sealed interface Answer {

    /** Whether it speaks of a bad experience on this scale. */
    default boolean isUnhappy(Metric metric) {
        return switch (this) {
            case Score score -> metric.isDetractor(score.value());
            case NotReceived _ -> true;
            case Unscored _ -> false;
        };
    }

    /** A point on the survey's scale. */
    record Score(int value) implements Answer {}

    /** The parcel has not come: there is nothing to score yet. */
    record NotReceived() implements Answer {}

    /** The customer wrote, but not what they would score. */
    record Unscored() implements Answer {}
}

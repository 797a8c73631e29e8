package dev.doorstep.insights;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/** What a period is compared with. */
enum Compare {
    /** As many days, right before. */
    PREVIOUS,
    /** The same dates a year before. */
    YEAR;

    String id() {
        return Ids.of(this);
    }

    static Optional<Compare> find(String id) {
        return Ids.find(values(), id);
    }

    Days to(Days days) {
        return switch (this) {
            case PREVIOUS -> days.before();
            case YEAR -> days.yearBefore();
        };
    }
}

package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

/** A schedule that a function is called by, such as {@code rate(1 minute)}. */
public record ScheduleSource(String function, String expression) {

    public ScheduleSource {
        requireNonNull(function, "function is null");
        requireNonNull(expression, "expression is null");
    }
}

package dev.doorstep.scores;

import java.util.Set;

/**
 * The values that a row of counters has.
 *
 * @param number as the row itself says
 */
record CounterValues(Set<String> values, long number) {
    static final CounterValues NONE = new CounterValues(Set.of(), 0);

    CounterValues {
        values = Set.copyOf(values);
    }
}

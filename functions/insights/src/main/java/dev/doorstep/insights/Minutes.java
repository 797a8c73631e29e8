package dev.doorstep.insights;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Lengths of time as counters know them: in minutes, each rounded up by a twentieth at most, so
 * that few counters tell a median. Whatever is longer than the last counts as that.
 */
final class Minutes {
    private static final Duration LONGEST = Duration.ofDays(4);
    private static final int STEPS_OF_ONE = 20;

    private static final List<Long> BOUNDS = bounds();

    private Minutes() {}

    /** In their order. */
    static List<Long> all() {
        return BOUNDS;
    }

    static Long upTo(Duration time) {
        long minutes = time.isPositive() ? time.minusNanos(1).toMinutes() + 1 : 1;
        int found = Collections.binarySearch(BOUNDS, minutes);
        return BOUNDS.get(Math.min(found < 0 ? -found - 1 : found, BOUNDS.size() - 1));
    }

    /** Whether it stands for all that is longer, too. */
    static boolean isLast(Duration time) {
        return time.compareTo(LONGEST) >= 0;
    }

    private static List<Long> bounds() {
        List<Long> bounds = new ArrayList<>();
        long last = 0;
        while (last < LONGEST.toMinutes()) {
            long least = last + 1;
            last = Math.min(least + least / STEPS_OF_ONE, LONGEST.toMinutes());
            bounds.add(last);
        }
        return List.copyOf(bounds);
    }
}

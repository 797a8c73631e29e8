package dev.doorstep.playbook;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/** From a least to a most, both included; without one of them, open on that side. */
public record Range(Optional<BigDecimal> min, Optional<BigDecimal> max) {

    public Range {
        requireNonNull(min, "min is null");
        requireNonNull(max, "max is null");
        if (isContradictory(min, max)) {
            throw new IllegalArgumentException("min is over max");
        }
    }

    public static Range of(long min, long max) {
        return new Range(
                Optional.of(BigDecimal.valueOf(min)), Optional.of(BigDecimal.valueOf(max)));
    }

    public static Range atLeast(long min) {
        return new Range(Optional.of(BigDecimal.valueOf(min)), Optional.empty());
    }

    public static Range atMost(long max) {
        return new Range(Optional.empty(), Optional.of(BigDecimal.valueOf(max)));
    }

    static boolean isContradictory(Optional<BigDecimal> min, Optional<BigDecimal> max) {
        return min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0;
    }

    public boolean includes(long value) {
        return includes(BigDecimal.valueOf(value));
    }

    public boolean includes(BigDecimal value) {
        return min.filter(least -> value.compareTo(least) < 0).isEmpty()
                && max.filter(most -> value.compareTo(most) > 0).isEmpty();
    }

    /** Whether all that lies in the other range lies in this one. */
    boolean includes(Range other) {
        return (min.isEmpty() || other.min.filter(this::includes).isPresent())
                && (max.isEmpty() || other.max.filter(this::includes).isPresent());
    }
}

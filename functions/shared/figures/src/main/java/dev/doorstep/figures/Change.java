package dev.doorstep.figures;

import static java.util.Objects.requireNonNull;

/**
 * From one period's figure to a later one's. It is a change only where chance alone would rarely
 * make one as large: else nobody should be shown an arrow.
 */
public record Change(Figure before, Figure after) {
    private static final double Z = 1.96; // of 95 %

    public Change {
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
        if (before.metric() != after.metric()) {
            throw new IllegalArgumentException("figures of different metrics do not compare");
        }
    }

    /** What the figure gained, in its own unit. */
    public double difference() {
        return after.value() - before.value();
    }

    /** How many standard errors the figure gained; less than zero where it lost. */
    public double z() {
        Figure.Estimate from = before.estimate();
        Figure.Estimate to = after.estimate();
        return (to.value() - from.value()) / Math.hypot(from.standardError(), to.standardError());
    }

    public Verdict verdict() {
        double z = z();
        if (Math.abs(z) < Z || z * difference() <= 0) { // a handful of replies may point both ways
            return Verdict.NO_CLEAR_CHANGE;
        }
        return z > 0 ? Verdict.BETTER : Verdict.WORSE;
    }

    /** What may be said of a change. */
    public enum Verdict {
        BETTER,
        WORSE,
        NO_CLEAR_CHANGE
    }
}

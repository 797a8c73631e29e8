package dev.doorstep.figures;

import static java.util.Objects.requireNonNull;

import org.apache.commons.statistics.distribution.TDistribution;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one reason goes along with: how often it is named, and how much lower or higher those score
 * who name it. That is no proof of what would happen without it.
 *
 * @param with the scores of replies that name the reason
 * @param without the scores of those that do not
 */
public record Driver(String reason, Histogram with, Histogram without) {
    private static final double UPPER = 0.975; // of 95 %

    public Driver {
        requireNonNull(reason, "reason is null");
        requireNonNull(with, "with is null");
        if (with.metric() != without.metric()) {
            throw new IllegalArgumentException("scores of different metrics do not mix");
        }
    }

    /**
     * The drivers, what costs most first: sorted by share times difference. Those whose difference
     * cannot be told come last.
     *
     * @param all scores
     * @param byReason the scores of the replies that name a reason, which may name others too
     */
    public static List<Driver> of(Histogram all, Map<String, Histogram> byReason) {
        return byReason.entrySet().stream()
                .map(one -> new Driver(one.getKey(), one.getValue(), all.minus(one.getValue())))
                .filter(driver -> driver.with.replies() > 0)
                .sorted(
                        Comparator.comparing(
                                        (Driver driver) ->
                                                driver.weight().orElse(Double.POSITIVE_INFINITY))
                                .thenComparing(Driver::reason))
                .toList();
    }

    /** How many of the replies name the reason. */
    public Share share() {
        return new Share(with.replies(), with.replies() + without.replies());
    }

    /** Mean score with the reason minus mean score without; absent where all or none name it. */
    public Optional<Double> difference() {
        return with.mean().flatMap(w -> without.mean().map(wo -> w - wo));
    }

    /** How much the reason moves the mean of all replies, in points of the scale. */
    public Optional<Double> weight() {
        return difference().map(difference -> share().value() * difference);
    }

    /**
     * The 95 % interval of the difference. Absent where there are fewer than two replies with or
     * without the reason, or where on both sides all score the same, which tells nothing of how
     * much scores scatter. Source: B. L. Welch, The Generalization of "Student's" Problem when
     * Several Different Population Variances are Involved, Biometrika 34 (1947).
     */
    public Optional<Interval> interval() {
        double withError = squaredError(with);
        double withoutError = squaredError(without);
        double squaredError = withError + withoutError;
        if (!(squaredError > 0)) {
            return Optional.empty();
        }
        double freedom =
                squaredError
                        * squaredError
                        / (withError * withError / (with.replies() - 1)
                                + withoutError * withoutError / (without.replies() - 1));
        double margin =
                TDistribution.of(freedom).inverseCumulativeProbability(UPPER)
                        * Math.sqrt(squaredError);
        return difference().map(d -> new Interval(d - margin, d + margin));
    }

    /** Of the mean; not a number where it cannot be told. */
    private static double squaredError(Histogram scores) {
        return scores.variance().map(v -> v / scores.replies()).orElse(Double.NaN);
    }
}

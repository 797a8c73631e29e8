package dev.doorstep.figures;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;

/**
 * How many replies gave each score of one metric.
 *
 * @param counts of each score of the metric, the lowest first; scores that are not named have none
 */
public record Histogram(Metric metric, SortedMap<Integer, Long> counts) {

    public Histogram {
        requireNonNull(metric, "metric is null");
        counts = complete(metric, counts);
    }

    public static Histogram of(Metric metric, Map<Integer, Long> counts) {
        return new Histogram(metric, new TreeMap<>(counts));
    }

    public static Histogram empty(Metric metric) {
        return new Histogram(metric, Collections.emptySortedMap());
    }

    /** How many replies in all. */
    public long replies() {
        return count(_ -> true);
    }

    public long detractors() {
        return count(metric::isDetractor);
    }

    public long promoters() {
        return count(metric::isPromoter);
    }

    /**
     * The replies of both.
     *
     * @throws IllegalArgumentException if they are of different metrics
     */
    public Histogram plus(Histogram other) {
        return combined(other, Math::addExact);
    }

    /**
     * The replies of this one that are not of the other.
     *
     * @throws IllegalArgumentException if they are of different metrics, or the other is no part
     */
    public Histogram minus(Histogram part) {
        return combined(part, Math::subtractExact);
    }

    /**
     * No more of each score than the other has: who reads a part and then the whole may find a
     * score of the part changed meanwhile.
     *
     * @throws IllegalArgumentException if they are of different metrics
     */
    public Histogram within(Histogram whole) {
        return combined(whole, Math::min);
    }

    /** Absent of no replies. */
    public Optional<Double> mean() {
        long replies = replies();
        return replies == 0 ? Optional.empty() : Optional.of((double) sum() / replies);
    }

    /** Of a sample, so with one degree of freedom less; absent of fewer than two replies. */
    public Optional<Double> variance() {
        long replies = replies();
        return replies < 2 ? Optional.empty() : Optional.of(squares() / (replies - 1));
    }

    private long sum() {
        return counts.entrySet().stream().mapToLong(bar -> bar.getKey() * bar.getValue()).sum();
    }

    private double squares() {
        double mean = mean().orElse(0.0);
        return counts.entrySet().stream()
                .mapToDouble(bar -> bar.getValue() * Math.pow(bar.getKey() - mean, 2))
                .sum();
    }

    private long count(IntPredicate scores) {
        return counts.entrySet().stream()
                .filter(bar -> scores.test(bar.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Histogram combined(Histogram other, LongBinaryOperator of) {
        if (metric != other.metric) {
            throw new IllegalArgumentException("scores of different metrics do not mix");
        }
        SortedMap<Integer, Long> combined = new TreeMap<>();
        counts.forEach(
                (score, count) ->
                        combined.put(
                                score,
                                of.applyAsLong(count, other.counts.getOrDefault(score, 0L))));
        return new Histogram(metric, combined);
    }

    private static SortedMap<Integer, Long> complete(Metric metric, Map<Integer, Long> counts) {
        SortedMap<Integer, Long> complete = new TreeMap<>();
        metric.scores().forEach(score -> complete.put(score, 0L));
        counts.forEach(
                (score, count) -> {
                    if (!metric.allows(score) || count < 0) {
                        throw new IllegalArgumentException("a score or its count is out of range");
                    }
                    complete.put(score, count);
                });
        return Collections.unmodifiableSortedMap(complete);
    }
}

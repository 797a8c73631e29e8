package dev.doorstep.figures;

import static java.util.Objects.requireNonNull;

import org.apache.commons.statistics.distribution.BinomialDistribution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * The median of some values, with what it may be in truth.
 *
 * @param of how many values
 * @param range the 95 % interval; empty where there are too few values for one
 */
public record Middle<T>(T median, int of, Optional<Range<T>> range) {
    private static final double TAIL = 0.025;

    public Middle {
        requireNonNull(median, "median is null");
        requireNonNull(range, "range is null");
    }

    /** Two values between which the median lies. */
    public record Range<T>(T low, T high) {

        public Range {
            requireNonNull(low, "low is null");
            requireNonNull(high, "high is null");
        }
    }

    /**
     * Empty of no values.
     *
     * @param halfway between two values
     */
    public static <T extends Comparable<T>> Optional<Middle<T>> of(
            List<T> values, BinaryOperator<T> halfway) {
        SortedMap<T, Long> counts = new TreeMap<>();
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        return of(counts, halfway);
    }

    /**
     * Empty of no values.
     *
     * @param counts how many there are of each value
     * @param halfway between two values
     */
    public static <T extends Comparable<T>> Optional<Middle<T>> of(
            SortedMap<T, Long> counts, BinaryOperator<T> halfway) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return all == 0
                ? Optional.empty()
                : Optional.of(
                        new Middle<>(
                                median(counts, all, halfway),
                                Math.toIntExact(all),
                                range(counts, Math.toIntExact(all))));
    }

    /** The same in other words. */
    public <R> Middle<R> map(Function<T, R> words) {
        return new Middle<>(
                words.apply(median),
                of,
                range.map(r -> new Range<>(words.apply(r.low()), words.apply(r.high()))));
    }

    private static <T> T median(SortedMap<T, Long> counts, long all, BinaryOperator<T> halfway) {
        T upper = at(counts, all / 2 + 1);
        return all % 2 == 1 ? upper : halfway.apply(at(counts, all / 2), upper);
    }

    /**
     * The order statistics between which the median lies with 95 %, whatever the values' own
     * distribution is: the number of values below the median is binomial with 1/2. Source: H. A.
     * David and H. N. Nagaraja, Order Statistics, 3rd edition, section 7.1.
     */
    private static <T> Optional<Range<T>> range(SortedMap<T, Long> counts, int all) {
        int rank = BinomialDistribution.of(all, 0.5).inverseCumulativeProbability(TAIL);
        return rank == 0
                ? Optional.empty()
                : Optional.of(new Range<>(at(counts, rank), at(counts, all - rank + 1L)));
    }

    /**
     * @param rank from 1
     */
    private static <T> T at(SortedMap<T, Long> counts, long rank) {
        long passed = 0;
        for (Map.Entry<T, Long> value : counts.entrySet()) {
            passed += value.getValue();
            if (passed >= rank) {
                return value.getKey();
            }
        }
        throw new IllegalArgumentException("there are fewer values");
    }
}

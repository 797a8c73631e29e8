package dev.doorstep.figures;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
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
        List<T> sorted = values.stream().sorted().toList();
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Middle<>(median(sorted, halfway), sorted.size(), range(sorted)));
    }

    /** The same in other words. */
    public <R> Middle<R> map(Function<T, R> words) {
        return new Middle<>(
                words.apply(median),
                of,
                range.map(r -> new Range<>(words.apply(r.low()), words.apply(r.high()))));
    }

    private static <T> T median(List<T> sorted, BinaryOperator<T> halfway) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : halfway.apply(sorted.get(middle - 1), sorted.get(middle));
    }

    /**
     * The order statistics between which the median lies with 95 %, whatever the values' own
     * distribution is: the number of values below the median is binomial with 1/2. Source: H. A.
     * David and H. N. Nagaraja, Order Statistics, 3rd edition, section 7.1.
     */
    private static <T> Optional<Range<T>> range(List<T> sorted) {
        int count = sorted.size();
        double below = Math.pow(0.5, count);
        double term = below;
        int rank = 0;
        while (below <= TAIL) {
            rank++;
            term *= (double) (count - rank + 1) / rank;
            below += term;
        }
        return rank == 0
                ? Optional.empty()
                : Optional.of(new Range<>(sorted.get(rank - 1), sorted.get(count - rank)));
    }
}

package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The median of some times, with what it may be in truth.
 *
 * @param of how many times
 * @param range the 95 % interval; empty where there are too few times for one
 */
record Middle(Duration median, int of, Optional<Range> range) {
    private static final double TAIL = 0.025;

    Middle {
        requireNonNull(median, "median is null");
        requireNonNull(range, "range is null");
    }

    /** Two times between which the median lies. */
    record Range(Duration low, Duration high) {}

    /** Empty of no times. */
    static Optional<Middle> of(List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        return sorted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Middle(median(sorted), sorted.size(), range(sorted)));
    }

    private static Duration median(List<Duration> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }

    /**
     * The order statistics between which the median lies with 95 %, whatever the times' own
     * distribution is: the number of times below the median is binomial with 1/2. Source: H. A.
     * David and H. N. Nagaraja, Order Statistics, 3rd edition, section 7.1.
     */
    private static Optional<Range> range(List<Duration> sorted) {
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
                : Optional.of(new Range(sorted.get(rank - 1), sorted.get(count - rank)));
    }
}

package dev.doorstep.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shares that are shown together, as whole percentages that add up to 100. */
public final class Percentages {

    private Percentages() {}

    /**
     * The percentages of these counts, in their order, by the method of the largest remainder: each
     * is rounded down, and what is missing to 100 goes to those that lost most. Absent of nothing.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public static Optional<List<Integer>> of(List<Long> counts) {
        if (counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a count is negative");
        }
        long all = counts.stream().reduce(0L, Math::addExact);
        return all == 0 ? Optional.empty() : Optional.of(percentages(counts, all));
    }

    private static List<Integer> percentages(List<Long> counts, long all) {
        List<Integer> down =
                counts.stream().map(count -> (int) (hundredfold(count) / all)).toList();
        int missing = 100 - down.stream().mapToInt(Integer::intValue).sum();
        Set<Integer> up =
                IntStream.range(0, counts.size())
                        .boxed()
                        .sorted(
                                Comparator.comparingLong(
                                                (Integer i) -> hundredfold(counts.get(i)) % all)
                                        .reversed())
                        .limit(missing)
                        .collect(Collectors.toSet());
        return IntStream.range(0, counts.size())
                .mapToObj(i -> up.contains(i) ? down.get(i) + 1 : down.get(i))
                .toList();
    }

    private static long hundredfold(long count) {
        return Math.multiplyExact(100L, count);
    }
}

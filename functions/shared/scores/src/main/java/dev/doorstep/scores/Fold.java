package dev.doorstep.scores;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What many changes together do to the counters, so that each row is written once. Pure: reads and
 * writes nothing.
 */
final class Fold {
    /** A row grows with its values, and so does the price of each write to it. */
    static final int MOST_VALUES = 200;

    private static final int MOST_WRITES = 100;

    /** DynamoDB takes no more than 4 kB of an expression. */
    private static final int MOST_COUNTERS_OF_A_ROW = 150;

    private final Map<CounterRow, CounterValues> present;
    private final Map<CounterRow, SortedMap<String, Long>> changes = new LinkedHashMap<>();
    private final Map<CounterRow, Set<String>> values = new HashMap<>();
    private final List<Change.Kept> kept = new ArrayList<>();

    private Fold(Map<CounterRow, CounterValues> present) {
        this.present = Map.copyOf(present);
    }

    /**
     * @param present the values of the rows that there are
     */
    static Fold of(List<Change> changes, int shard, Map<CounterRow, CounterValues> present) {
        Fold fold = new Fold(present);
        changes.forEach(change -> fold.add(change, shard));
        return fold;
    }

    /** As many of these, from the first, as one transaction takes; at least one. */
    static List<Change> fitting(List<Change> changes, int shard) {
        Map<CounterRow, Integer> counters = new HashMap<>();
        int taken = 0;
        for (Change change : changes) {
            change.rows(shard)
                    .forEach(row -> counters.merge(row, counters(change, row), Integer::sum));
            boolean fits =
                    taken + 1 + counters.size() <= MOST_WRITES
                            && counters.values().stream()
                                    .allMatch(n -> n <= MOST_COUNTERS_OF_A_ROW);
            if (!fits && taken > 0) {
                break;
            }
            taken++;
        }
        return changes.subList(0, taken);
    }

    private static int counters(Change change, CounterRow row) {
        int next = change.next().tally().of(row.dimension()).size();
        int before =
                change.before()
                        .map(known -> known.counted().tally().of(row.dimension()).size())
                        .orElse(0);
        return next + before;
    }

    /** What is then counted, in the order of the changes. */
    List<Change.Kept> kept() {
        return List.copyOf(kept);
    }

    /** Per row and counter the difference, none of them zero. */
    Map<CounterRow, SortedMap<String, Long>> changes() {
        Map<CounterRow, SortedMap<String, Long>> real = new LinkedHashMap<>();
        changes.forEach(
                (row, counters) -> {
                    SortedMap<String, Long> of = new TreeMap<>(counters);
                    of.values().removeIf(difference -> difference == 0);
                    if (!of.isEmpty()) {
                        real.put(row, of);
                    }
                });
        return real;
    }

    /** How many values the row has not had yet. */
    long newValues(CounterRow row, Set<String> counters) {
        Set<String> had = present(row).values();
        return counters.stream()
                .map(Fold::valueOf)
                .filter(value -> !had.contains(value))
                .distinct()
                .count();
    }

    CounterValues present(CounterRow row) {
        return present.getOrDefault(row, CounterValues.NONE);
    }

    static String valueOf(String counter) {
        return counter.substring(0, counter.lastIndexOf(Tally.SEPARATOR));
    }

    private void add(Change change, int shard) {
        Optional<Change.Kept> before = change.before();
        Optional<Change.Kept> same =
                before.filter(known -> known.counted().tally().equals(change.next().tally()));
        if (same.isPresent()) {
            kept.add(new Change.Kept(change.next(), same.get().shard()));
            return;
        }
        Tally tally = admitted(change.next().tally(), shard);
        before.ifPresent(known -> count(known.counted().tally(), known.shard(), -1));
        count(tally, shard, 1);
        kept.add(new Change.Kept(change.next().with(tally), shard));
    }

    private void count(Tally tally, int shard, long by) {
        tally.values()
                .forEach(
                        (dimension, of) -> {
                            CounterRow row =
                                    new CounterRow(tally.about(), dimension, tally.day(), shard);
                            SortedMap<String, Long> counters =
                                    changes.computeIfAbsent(row, _ -> new TreeMap<>());
                            of.forEach(
                                    value ->
                                            counters.merge(
                                                    value + Tally.SEPARATOR + tally.counter(),
                                                    by,
                                                    Long::sum));
                        });
    }

    private Tally admitted(Tally tally, int shard) {
        SortedMap<String, Set<String>> admitted = new TreeMap<>();
        tally.values()
                .forEach(
                        (dimension, of) ->
                                admitted.put(
                                        dimension,
                                        admitted(
                                                new CounterRow(
                                                        tally.about(),
                                                        dimension,
                                                        tally.day(),
                                                        shard),
                                                of)));
        return tally.under(admitted);
    }

    private Set<String> admitted(CounterRow row, Set<String> names) {
        Set<String> known = values.computeIfAbsent(row, r -> new HashSet<>(present(r).values()));
        Set<String> admitted = new LinkedHashSet<>();
        for (String name : new TreeSet<>(names)) {
            boolean hasRoom = known.contains(name) || known.size() < MOST_VALUES - 1;
            admitted.add(hasRoom ? name : Tally.OTHER);
            known.add(hasRoom ? name : Tally.OTHER);
        }
        return admitted;
    }
}

package dev.doorstep.scores;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A version that is to be counted, and the one that is counted until then.
 *
 * @param before with the shard that its counters lie in
 */
record Change(Counted next, Optional<Kept> before) {

    Change {
        requireNonNull(next, "next is null");
        requireNonNull(before, "before is null");
    }

    CountedKey key() {
        return CountedKey.of(next);
    }

    /** Whether what is counted is as new already. */
    boolean isOutdone() {
        return before.filter(kept -> kept.counted().version() >= next.version()).isPresent();
    }

    /** Whether the counters would be the same after it. */
    boolean changesNothing() {
        return before.map(kept -> kept.counted().tally().equals(next.tally()))
                .orElse(next.tally().isNothing());
    }

    /** The rows that it changes, if it is counted in this shard. */
    Set<CounterRow> rows(int shard) {
        Set<CounterRow> rows = new LinkedHashSet<>();
        before.ifPresent(kept -> rows.addAll(rows(kept.counted().tally(), kept.shard())));
        rows.addAll(rows(next.tally(), shard));
        return rows;
    }

    private static Set<CounterRow> rows(Tally tally, int shard) {
        Set<CounterRow> rows = new LinkedHashSet<>();
        for (String dimension : tally.values().keySet()) {
            rows.add(new CounterRow(tally.about(), dimension, tally.day(), shard));
        }
        return rows;
    }

    /** What is counted, and in which shard, so that it can be taken back from there. */
    record Kept(Counted counted, int shard) {

        Kept {
            requireNonNull(counted, "counted is null");
        }
    }
}

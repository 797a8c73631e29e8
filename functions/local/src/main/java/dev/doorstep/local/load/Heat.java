package dev.doorstep.local.load;

import dev.doorstep.local.AwsCall;
import dev.doorstep.local.CallWatch;
import dev.doorstep.local.Consumed;
import dev.doorstep.local.Fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps which partition each write went to, and when what a table was written to first. Safe for
 * use by several threads.
 */
final class Heat implements CallWatch {
    private final List<Write> writes = new ArrayList<>();
    private final Map<String, Map<String, Instant>> first = new HashMap<>();
    private long calls;

    /**
     * A write, or its part in an index.
     *
     * @param function that made it
     */
    record Write(String function, Consumed consumed) {}

    @Override
    public synchronized Optional<Fault> before(AwsCall call) {
        calls++;
        return Optional.empty();
    }

    @Override
    public boolean isMetering() {
        return true;
    }

    @Override
    public synchronized void consumed(AwsCall call, List<Consumed> consumed) {
        if (call.isRead()) {
            return;
        }
        Instant now = Instant.now();
        for (Consumed part : consumed) {
            writes.add(new Write(call.function(), part));
            first.computeIfAbsent(part.where(), _ -> new HashMap<>())
                    .putIfAbsent(part.partition(), now);
        }
    }

    /** How many calls to AWS were made so far. */
    synchronized long calls() {
        return calls;
    }

    /** All writes, in their order. */
    synchronized List<Write> writes() {
        return List.copyOf(writes);
    }

    /** How long after an item of one table was written the item of the same key of another was. */
    synchronized List<Duration> between(String table, String other) {
        Map<String, Instant> starts = first.getOrDefault(table, Map.of());
        return first.getOrDefault(other, Map.of()).entrySet().stream()
                .filter(end -> starts.containsKey(end.getKey()))
                .map(end -> Duration.between(starts.get(end.getKey()), end.getValue()))
                .sorted()
                .toList();
    }
}

package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A table's stream that a function is called with; function, table and queue are logical ids.
 *
 * @param filterPatterns JSON as EventBridge takes it; a record passes if one of them matches, or if
 *     there is none
 */
public record StreamSource(
        String function,
        String table,
        int batchSize,
        boolean bisect,
        int maxRetries,
        List<String> filterPatterns,
        Optional<String> deadLetterQueue) {

    public StreamSource {
        requireNonNull(function, "function is null");
        requireNonNull(table, "table is null");
        requireNonNull(deadLetterQueue, "deadLetterQueue is null");
        filterPatterns = List.copyOf(filterPatterns);
    }
}

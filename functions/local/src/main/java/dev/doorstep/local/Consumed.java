package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

/**
 * What a call consumed of one partition.
 *
 * @param where the table's logical id, with {@code /index} behind it for an index
 * @param partition its partition key; empty where the call has none
 * @param units request units, whole or half
 */
public record Consumed(String where, String partition, double units) {

    public Consumed {
        requireNonNull(where, "where is null");
        requireNonNull(partition, "partition is null");
    }
}

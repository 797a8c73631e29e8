package dev.doorstep.dynamodb;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One change of an item: what it was, if it was there, and what it is now, unless it was removed.
 */
public record StreamRecord(String sequenceNumber, Optional<Item> before, Optional<Item> after) {

    public StreamRecord {
        requireNonNull(sequenceNumber, "sequenceNumber is null");
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
    }
}

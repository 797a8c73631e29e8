package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/** A queue of the template, under its physical name. */
public record QueueDefinition(
        String logicalId, String name, Duration visibilityTimeout, Optional<Redrive> redrive) {

    public QueueDefinition {
        requireNonNull(logicalId, "logicalId is null");
        requireNonNull(name, "name is null");
        requireNonNull(visibilityTimeout, "visibilityTimeout is null");
        requireNonNull(redrive, "redrive is null");
    }

    QueueDefinition visibleAfter(Duration time) {
        return new QueueDefinition(logicalId, name, time, redrive);
    }

    /** Where a message goes that was received too often. */
    public record Redrive(String deadLetterLogicalId, int maxReceiveCount) {

        public Redrive {
            requireNonNull(deadLetterLogicalId, "deadLetterLogicalId is null");
        }
    }
}

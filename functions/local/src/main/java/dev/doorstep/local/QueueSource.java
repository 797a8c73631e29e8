package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

/** A queue that a function is called with; function and queue are logical ids. */
public record QueueSource(String function, String queue, int batchSize, int maxConcurrency) {

    public QueueSource {
        requireNonNull(function, "function is null");
        requireNonNull(queue, "queue is null");
    }
}

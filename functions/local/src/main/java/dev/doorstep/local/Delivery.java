package dev.doorstep.local;

import java.util.concurrent.ThreadLocalRandom;

/** How queues, streams and schedules hand on what they hold. */
public sealed interface Delivery {

    /** By themselves, each thing once. */
    record Once() implements Delivery {}

    /**
     * By themselves, some things twice, as any queue, stream or schedule may.
     *
     * @param share of what comes again, from 0 to 1
     */
    record Again(double share) implements Delivery {}

    /** Only when they are told to. */
    record ByHand() implements Delivery {}

    /** Whether one more thing comes a second time. */
    default boolean comesAgain() {
        return this instanceof Again(double share)
                && ThreadLocalRandom.current().nextDouble() < share;
    }
}

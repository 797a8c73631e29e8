package dev.doorstep.local.load;

import java.time.Duration;
import java.time.Instant;

/** Waiting. */
final class Moments {
    private Moments() {}

    static void await(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("was interrupted", e);
        }
    }

    /** Waits until then, or not at all if that is over. */
    static void awaitMoment(Instant then) {
        Duration left = Duration.between(Instant.now(), then);
        if (left.isPositive()) {
            await(left);
        }
    }
}

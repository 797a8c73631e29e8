package dev.doorstep.local;

import java.time.Duration;
import java.time.Instant;

/** Waiting that ends when the runner does. */
public final class Pause {
    private Pause() {}

    public static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(e);
        }
    }

    /** Waits until then; not at all if that is over. */
    public static void until(Instant then) {
        Duration left = Duration.between(Instant.now(), then);
        if (left.isPositive()) {
            of(left);
        }
    }
}

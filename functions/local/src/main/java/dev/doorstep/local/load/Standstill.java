package dev.doorstep.local.load;

import java.time.Duration;
import java.time.Instant;

/** Ends a wait in which nothing changes any more. */
final class Standstill {
    private final Duration longest;
    private Instant changedAt = Instant.now();
    private String last = "";

    Standstill(Duration longest) {
        this.longest = longest;
    }

    /**
     * @param seen all that may change, in words
     * @throws IllegalStateException if it has been the same for too long; says what it is
     */
    void check(String seen) {
        Instant now = Instant.now();
        if (!seen.equals(last)) {
            last = seen;
            changedAt = now;
        } else if (Duration.between(changedAt, now).compareTo(longest) > 0) {
            throw new IllegalStateException(
                    "nothing has changed for %d s: %s".formatted(longest.toSeconds(), seen));
        }
    }
}

package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import dev.doorstep.replies.Severity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who has a follow-up, and until when without a sign of them.
 *
 * @param severity that of the follow-up when its lease was last set: the queue that the lease's
 *     timer brings it back to
 */
public record Claim(Agent owner, Instant leaseUntil, Severity severity) {

    public Claim {
        requireNonNull(owner, "owner is null");
        leaseUntil = leaseUntil.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(severity, "severity is null");
    }

    public boolean isLapsed(Instant now) {
        return !leaseUntil.isAfter(now);
    }
}

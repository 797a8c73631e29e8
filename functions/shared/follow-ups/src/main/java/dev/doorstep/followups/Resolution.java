package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** How a follow-up ended, and what was behind it. */
public record Resolution(Outcome outcome, RootCause rootCause, Instant at) {

    public Resolution {
        requireNonNull(outcome, "outcome is null");
        requireNonNull(rootCause, "rootCause is null");
        requireNonNull(at, "at is null");
    }
}

package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How a follow-up ended, and what was behind it.
 *
 * @param advised what was done of what the playbook suggested; empty where nobody said
 */
public record Resolution(
        Outcome outcome, RootCause rootCause, Instant at, Optional<Advised> advised) {

    public Resolution {
        requireNonNull(outcome, "outcome is null");
        requireNonNull(rootCause, "rootCause is null");
        requireNonNull(at, "at is null");
        requireNonNull(advised, "advised is null");
    }

    /** Of which nobody said what was done. */
    public Resolution(Outcome outcome, RootCause rootCause, Instant at) {
        this(outcome, rootCause, at, Optional.empty());
    }
}

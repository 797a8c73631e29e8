package dev.doorstep.replies;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That a person must get in touch, how urgently, and since when: the time that the customer is
 * promised counts from there.
 */
public record Attention(Severity severity, Instant since) {

    public Attention {
        requireNonNull(severity, "severity is null");
        requireNonNull(since, "since is null");
    }
}

package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What the customer answered when asked whether a follow-up put it right. */
public record Verdict(ReplySummary reply, Instant at) {

    public Verdict {
        requireNonNull(reply, "reply is null");
        requireNonNull(at, "at is null");
    }

    /** The same without what the customer wrote; {@code latest} as in {@link ReplySummary}. */
    Verdict erased(int latest) {
        return new Verdict(reply.erased(latest), at);
    }
}

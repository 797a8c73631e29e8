package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Who did what to a follow-up, and when.
 *
 * @param who empty where the customer's reply did it
 */
public record HistoryEntry(Instant at, Optional<Agent> who, Happening what, Optional<String> text) {

    public HistoryEntry {
        requireNonNull(at, "at is null");
        requireNonNull(who, "who is null");
        requireNonNull(what, "what is null");
        requireNonNull(text, "text is null");
    }
}

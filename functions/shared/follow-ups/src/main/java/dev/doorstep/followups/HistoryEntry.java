package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import dev.doorstep.replies.ContactChannel;

import java.time.Instant;
import java.util.Optional;

/**
 * Who did what to a follow-up, and when.
 *
 * @param who empty where no agent did it; kept without an address
 * @param channel on which the customer was told, where they were
 * @param text what was said or noted
 * @param mail the number of the mail that tells the customer, from 1, if one does
 * @param by the time that the customer was told, if they were
 */
public record HistoryEntry(
        Instant at,
        Optional<Agent> who,
        Happening what,
        Optional<ContactChannel> channel,
        Optional<String> text,
        Optional<Integer> mail,
        Optional<Instant> by) {

    public HistoryEntry {
        requireNonNull(at, "at is null");
        who = who.map(agent -> new Agent(agent.id(), agent.name()));
        requireNonNull(what, "what is null");
        requireNonNull(channel, "channel is null");
        requireNonNull(text, "text is null");
        requireNonNull(mail, "mail is null");
        requireNonNull(by, "by is null");
    }

    /** The same without what a person said or wrote in it. */
    HistoryEntry erased() {
        return who.isEmpty()
                ? this
                : new HistoryEntry(at, who, what, channel, Optional.empty(), mail, by);
    }

    /** What nobody of support did, and nobody said. */
    public HistoryEntry(Instant at, Happening what) {
        this(at, Optional.empty(), what, Optional.empty());
    }

    public HistoryEntry(Instant at, Optional<Agent> who, Happening what, Optional<String> text) {
        this(at, who, what, Optional.empty(), text, Optional.empty(), Optional.empty());
    }
}

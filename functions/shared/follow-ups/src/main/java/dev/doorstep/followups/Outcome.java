package dev.doorstep.followups;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/** How a follow-up ended for the customer. */
public enum Outcome {
    APOLOGISED,
    EXPLAINED,
    REFUNDED,
    REPLACED,
    COMPENSATED,
    DELIVERED,
    UNREACHABLE,
    NOTHING_NEEDED;

    /** Whether the customer must have heard from someone. */
    boolean needsContact() {
        return this != UNREACHABLE && this != NOTHING_NEEDED;
    }

    /** Whether something was done for the customer, who can say whether that was right. */
    public boolean helped() {
        return this != UNREACHABLE && this != NOTHING_NEEDED;
    }

    /** The name in tables and answers: lower case, with dashes. */
    public String id() {
        return Ids.of(this);
    }

    public static Optional<Outcome> find(String id) {
        return Ids.find(values(), id);
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static Outcome of(String id) {
        return Ids.require(values(), id);
    }
}

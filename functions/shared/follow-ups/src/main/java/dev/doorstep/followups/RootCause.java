package dev.doorstep.followups;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/** What made the customer unhappy in the first place. */
public enum RootCause {
    CARRIER_LATE,
    CARRIER_DAMAGED,
    LOST,
    WRONG_ITEM,
    PRODUCT_QUALITY,
    COMMUNICATION,
    RETURN_HANDLING,
    OTHER;

    /** The name in tables and answers: lower case, with dashes. */
    public String id() {
        return Ids.of(this);
    }

    public static Optional<RootCause> find(String id) {
        return Ids.find(values(), id);
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static RootCause of(String id) {
        return Ids.require(values(), id);
    }
}

package dev.doorstep.followups;

import java.util.Arrays;
import java.util.Locale;
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
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RootCause> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static RootCause of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("value is unknown"));
    }
}

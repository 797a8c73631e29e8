package dev.doorstep.followups;

import java.util.Arrays;
import java.util.Locale;
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

    /** The name in tables and answers: lower case, with dashes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Outcome> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static Outcome of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("value is unknown"));
    }
}

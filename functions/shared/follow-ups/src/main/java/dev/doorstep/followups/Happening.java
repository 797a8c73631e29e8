package dev.doorstep.followups;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can happen to a follow-up. */
public enum Happening {
    OPENED,
    CLAIMED,
    RELEASED,
    CONTACTED,
    NOTED,
    RESOLVED,
    REPLY_CHANGED,
    RAISED,
    REOPENED,
    WITHDRAWN;

    /** The name in tables and answers: lower case, with dashes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Happening> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static Happening of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("value is unknown"));
    }
}

package dev.doorstep.followups;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a follow-up has come. */
public enum FollowUpState {
    OPEN,
    CLAIMED,
    RESOLVED,
    WITHDRAWN;

    /** The name in tables and answers: lower case, with dashes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FollowUpState> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static FollowUpState of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("value is unknown"));
    }
}

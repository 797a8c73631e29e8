package dev.doorstep.replies;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How sure it is that a person answered. What is suspect is kept, shown apart, and counts for
 * nothing.
 */
public enum Evidence {
    CONFIRMED,
    MAIL,
    AGENT,
    SUSPECT;

    /** The name in tables, forms and answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Evidence> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static Evidence of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("value is unknown"));
    }
}

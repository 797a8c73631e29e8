package dev.doorstep.replies;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How soon a person must get in touch. Later ones are more urgent. */
public enum Severity {
    NORMAL,
    URGENT;

    /** The name in tables, forms and answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static Severity of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("value is unknown"));
    }
}

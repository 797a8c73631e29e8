package dev.doorstep.replies;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The way on which an answer came. */
public enum Channel {
    PAGE,
    MAIL,
    DESK;

    /** The name in tables, forms and answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Channel> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static Channel of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("value is unknown"));
    }
}

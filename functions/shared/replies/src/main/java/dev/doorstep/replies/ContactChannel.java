package dev.doorstep.replies;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a customer wants to be reached. */
public enum ContactChannel {
    PHONE,
    MAIL,
    CHAT;

    /** The name in tables, forms and answers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ContactChannel> find(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static ContactChannel of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("value is unknown"));
    }
}

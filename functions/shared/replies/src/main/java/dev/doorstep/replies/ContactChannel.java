package dev.doorstep.replies;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/** How a customer wants to be reached. */
public enum ContactChannel {
    PHONE,
    MAIL,
    CHAT;

    /** The name in tables, forms and answers. */
    public String id() {
        return Ids.of(this);
    }

    public static Optional<ContactChannel> find(String id) {
        return Ids.find(values(), id);
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static ContactChannel of(String id) {
        return Ids.require(values(), id);
    }
}

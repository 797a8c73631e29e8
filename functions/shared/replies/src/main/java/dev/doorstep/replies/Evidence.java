package dev.doorstep.replies;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/**
 * How sure it is that a person answered. What is suspect is kept, shown apart, and counts for
 * nothing.
 */
public enum Evidence {
    CONFIRMED,
    MAIL,
    AGENT,
    SUSPECT,
    /** It was taken over from another system, which vouches for it. */
    IMPORT;

    /** The name in tables, forms and answers. */
    public String id() {
        return Ids.of(this);
    }

    public static Optional<Evidence> find(String id) {
        return Ids.find(values(), id);
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static Evidence of(String id) {
        return Ids.require(values(), id);
    }
}

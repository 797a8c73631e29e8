package dev.doorstep.replies;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/** How soon a person must get in touch. Later ones are more urgent. */
public enum Severity {
    NORMAL,
    URGENT;

    /** The name in tables, forms and answers. */
    public String id() {
        return Ids.of(this);
    }

    public static Optional<Severity> find(String id) {
        return Ids.find(values(), id);
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static Severity of(String id) {
        return Ids.require(values(), id);
    }
}

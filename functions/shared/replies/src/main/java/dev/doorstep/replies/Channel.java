package dev.doorstep.replies;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/** The way on which an answer came. */
public enum Channel {
    PAGE,
    MAIL,
    PHONE,
    CHAT,
    SOCIAL,
    /** It was taken over from another system, which does not say on which way it came. */
    IMPORT;

    /** Whether it needs somebody who writes down what was said. */
    public boolean isSpoken() {
        return switch (this) {
            case PAGE, MAIL, IMPORT -> false;
            case PHONE, CHAT, SOCIAL -> true;
        };
    }

    /** The name in tables, forms and answers. */
    public String id() {
        return Ids.of(this);
    }

    public static Optional<Channel> find(String id) {
        return Ids.find(values(), id);
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static Channel of(String id) {
        return Ids.require(values(), id);
    }
}

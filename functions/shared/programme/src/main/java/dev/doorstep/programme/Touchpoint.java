package dev.doorstep.programme;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/** The moment asked about. */
public enum Touchpoint {
    DELIVERY,
    RETURN,
    EXCHANGE,
    CANCELLATION,
    FOLLOW_UP;

    /** The name in events, tables and the programme: lower case, with dashes. */
    public String id() {
        return Ids.of(this);
    }

    public static Optional<Touchpoint> find(String id) {
        return Ids.find(values(), id);
    }

    /**
     * @throws IllegalArgumentException if there is no such touchpoint
     */
    public static Touchpoint of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("touchpoint is unknown"));
    }
}

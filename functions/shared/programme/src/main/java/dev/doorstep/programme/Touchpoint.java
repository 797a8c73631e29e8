package dev.doorstep.programme;

import java.util.Arrays;
import java.util.Locale;
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
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Touchpoint> find(String id) {
        return Arrays.stream(values()).filter(t -> t.id().equals(id)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if there is no such touchpoint
     */
    public static Touchpoint of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("touchpoint is unknown"));
    }
}

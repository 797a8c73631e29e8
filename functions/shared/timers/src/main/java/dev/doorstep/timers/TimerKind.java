package dev.doorstep.timers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happens when a timer comes due. */
public enum TimerKind {
    SURVEY,
    REMINDER,
    LEASE,
    URGENT_LEASE;

    /** The name in tables and messages: lower case, with dashes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TimerKind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if there is no such kind
     */
    public static TimerKind of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("timer kind is unknown"));
    }
}

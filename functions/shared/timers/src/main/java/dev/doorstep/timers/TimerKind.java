package dev.doorstep.timers;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/** What happens when a timer comes due. */
public enum TimerKind {
    SURVEY,
    REMINDER,
    LEASE,
    URGENT_LEASE,
    ACKNOWLEDGEMENT,
    /** A promise to a customer is to be looked at: most of its time, or all, has passed. */
    PROMISE,
    /** A mail that support wrote is to go out. */
    FOLLOW_UP_MAIL,
    /** There may be something to tell a customer of their delivery. */
    DELIVERY_NEWS;

    /** The name in tables and messages: lower case, with dashes. */
    public String id() {
        return Ids.of(this);
    }

    public static Optional<TimerKind> find(String id) {
        return Ids.find(values(), id);
    }

    /**
     * @throws IllegalArgumentException if there is no such kind
     */
    public static TimerKind of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("timer kind is unknown"));
    }
}

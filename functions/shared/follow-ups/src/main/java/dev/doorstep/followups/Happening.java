package dev.doorstep.followups;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/** What can happen to a follow-up. */
public enum Happening {
    OPENED,
    CLAIMED,
    RELEASED,
    CONTACTED,
    /** The customer was told another time. */
    PROMISED,
    /** Most of the promise's time had passed: who has the case was warned. */
    WARNED,
    PROMISE_BROKEN,
    /** A mail that support wrote could not be sent. */
    MAIL_REFUSED,
    NOTED,
    RESOLVED,
    REPLY_CHANGED,
    RAISED,
    REOPENED,
    WITHDRAWN;

    /** The name in tables and answers: lower case, with dashes. */
    public String id() {
        return Ids.of(this);
    }

    public static Optional<Happening> find(String id) {
        return Ids.find(values(), id);
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static Happening of(String id) {
        return Ids.require(values(), id);
    }
}

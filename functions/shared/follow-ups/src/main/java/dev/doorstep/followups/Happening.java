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
    WITHDRAWN,
    /** Asked whether it was put right, the customer said that it was not. */
    NOT_PUT_RIGHT,
    /**
     * Asked whether it was put right, the customer said neither that it was nor that it was not.
     */
    JUDGED,
    /** The customer, who had been unhappy, is happy now. */
    RECOVERED,
    /** A lead picked it for others to learn from. */
    PICKED;

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

package dev.doorstep.surveys;

import java.util.Locale;

/** Why something was decided. */
public enum Reason {
    DELIVERED,
    DELAYED,
    RETURN_REQUESTED,
    RETURN_COMPLETED,
    EXCHANGE_COMPLETED,
    CANCELLED,
    LOST,
    /**
     * The customer sent it back, exchanged it or called it off, and is asked about that instead.
     */
    SWITCHED,
    OPTED_OUT,
    NO_ADDRESS,
    SUPPRESSED,
    CAPPED,
    TOO_LATE,
    NOT_DELIVERED,
    NOT_RETURNED,
    /** The programme asks nothing about it. */
    NOT_ASKED,
    /** What is known already happened later, or says the same. */
    OUTDATED,
    ALREADY_ASKED,
    /** The customer told support before they were asked. */
    ANSWERED,
    /** A follow-up was resolved: did we put it right? */
    RESOLVED,
    /** The follow-up that was to be asked about is not resolved any more. */
    REOPENED,
    /** The follow-up ended without anything that we put right: nobody was reached, or in need. */
    NOTHING_PUT_RIGHT,
    DUE,
    QUIET_HOURS,
    REJECTED_ADDRESS,
    /** The customer had their data erased. */
    ERASED;

    /** The name in tables and answers: lower case, with dashes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @throws IllegalArgumentException if there is no such reason
     */
    public static Reason of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

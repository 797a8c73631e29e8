package dev.doorstep.insights;

import dev.doorstep.programme.Touchpoint;

/** Names of the counters of cases. */
final class CaseTally {
    static final String PROMISE = "promise";
    static final String CONTACT = "contact";
    static final String RECOVERY = "recovery";
    static final String KEPT = "kept";
    static final String BROKEN = "broken";
    static final String OPEN = "open";
    static final String CALLED_OFF = "called-off";
    static final String RECOVERED = "recovered";

    private CaseTally() {}

    static String about(Touchpoint touchpoint) {
        return "cases~" + touchpoint.id();
    }
}

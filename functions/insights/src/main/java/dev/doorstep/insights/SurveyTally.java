package dev.doorstep.insights;

import dev.doorstep.programme.Touchpoint;

import java.util.Optional;

/** Names of the counters of surveys. */
final class SurveyTally {
    static final String SENT = "sent";
    static final String BOUNCED = "bounced";
    private static final String SKIPPED = "skipped~";

    private SurveyTally() {}

    static String about(Touchpoint touchpoint) {
        return "surveys~" + touchpoint.id();
    }

    static String skipped(String reason) {
        return SKIPPED + reason;
    }

    static Optional<String> skippedFor(String counter) {
        return counter.startsWith(SKIPPED)
                ? Optional.of(counter.substring(SKIPPED.length()))
                : Optional.empty();
    }
}

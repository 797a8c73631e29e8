package dev.doorstep.local;

import java.util.Locale;

/**
 * What SES thinks of a mail: all is well, but for what a word in its subject asks for: {@code
 * virus-test}, {@code spam-test}, {@code dmarc-test}.
 */
record Verdicts(boolean isClean, boolean isWanted, boolean isAuthentic) {

    static Verdicts of(String subject) {
        String lower = subject.toLowerCase(Locale.ROOT);
        return new Verdicts(
                !lower.contains("virus-test"),
                !lower.contains("spam-test"),
                !lower.contains("dmarc-test"));
    }

    String spam() {
        return isWanted ? "PASS" : "FAIL";
    }

    String virus() {
        return isClean ? "PASS" : "FAIL";
    }

    /** One result for SPF, DKIM and DMARC: the last of them fails only with the others. */
    String authentication() {
        return isAuthentic ? "pass" : "fail";
    }
}

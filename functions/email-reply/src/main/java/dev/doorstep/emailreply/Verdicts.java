package dev.doorstep.emailreply;

import dev.doorstep.emailreply.mime.Headers;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What SES found out about a mail when it took it. SES puts its fields above those that the mail
 * came with, so the topmost are its own. What SES could not tell counts for nothing. Source: Amazon
 * SES Developer Guide, "Email receiving concepts".
 */
record Verdicts(Headers headers) {
    private static final String FAIL = "FAIL";
    private static final Pattern DMARC_FAILED =
            Pattern.compile("\\bdmarc\\s*=\\s*fail\\b", Pattern.CASE_INSENSITIVE);

    /** Why the mail is not to be read, if it is not. */
    Optional<Refusal> refusal() {
        if (failed("X-SES-Virus-Verdict")) {
            return Optional.of(Refusal.VIRUS);
        }
        if (failed("X-SES-Spam-Verdict")) {
            return Optional.of(Refusal.SPAM);
        }
        return headers.first("Authentication-Results")
                .filter(results -> DMARC_FAILED.matcher(results).find())
                .map(_ -> Refusal.FORGED);
    }

    private boolean failed(String verdict) {
        return headers.first(verdict)
                .map(value -> value.strip().toUpperCase(Locale.ROOT))
                .filter(FAIL::equals)
                .isPresent();
    }
}

package dev.doorstep.local;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What becomes of a mail, by its recipient: it is delivered, but for what the addresses of SES's
 * mailbox simulator stand for, with or without a label. Source: Amazon SES Developer Guide, "Using
 * the mailbox simulator manually".
 */
final class MailboxSimulator {
    private static final Pattern ADDRESS =
            Pattern.compile("([a-z]+)(?:\\+[^@]*)?@simulator\\.amazonses\\.com");

    private MailboxSimulator() {}

    /** In the order in which it happens. */
    static List<SesEvent> fate(String recipient, Instant at) {
        Matcher address = ADDRESS.matcher(recipient);
        SesEvent sent = SesEvent.send();
        SesEvent delivered = SesEvent.delivery(recipient, at);
        return switch (address.matches() ? address.group(1) : "") {
            case "bounce" -> List.of(sent, SesEvent.refusal(recipient, at));
            case "suppressionlist" -> List.of(sent, SesEvent.suppression(recipient, at));
            case "ooto" -> List.of(sent, delivered, SesEvent.response(recipient, at));
            case "complaint" -> List.of(sent, delivered, SesEvent.complaint(recipient, at));
            default -> List.of(sent, delivered);
        };
    }
}

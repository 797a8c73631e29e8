package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What SMTP says of a mail outside of it.
 *
 * @param client how the sender's machine calls itself
 * @param sender empty for what no answer is to be sent to
 */
record Envelope(String client, String sender, List<String> recipients) {
    private static final Pattern ONE_LINE = Pattern.compile("\\P{Cntrl}*");

    Envelope {
        requireOneLine(client, "client");
        requireOneLine(sender, "sender");
        recipients = List.copyOf(recipients);
        recipients.forEach(recipient -> requireOneLine(recipient, "recipient"));
    }

    private static void requireOneLine(String text, String name) {
        if (!ONE_LINE.matcher(requireNonNull(text, name + " is null")).matches()) {
            throw new IllegalArgumentException(name + " has more than one line");
        }
    }
}

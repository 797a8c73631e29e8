package dev.doorstep.customerdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Who sent a mail, whom it went to, and its name, from its header (RFC 5322), whether the mail is
 * well formed or not: also one that nobody could read is to be found.
 *
 * @param senders each address that it says it is from
 * @param recipients each address that it says it is to, or that a server on its way took it for
 * @param messageId empty if it has none
 */
record MailHeader(List<String> senders, List<String> recipients, Optional<String> messageId) {
    private static final Set<String> SENDERS = Set.of("from", "sender", "reply-to", "return-path");
    private static final Set<String> RECIPIENTS = Set.of("to", "cc", "delivered-to", "received");
    private static final String MESSAGE_ID = "message-id";
    private static final Pattern HEADER_END = Pattern.compile("\\r?\\n\\r?\\n");
    private static final Pattern FOLDED = Pattern.compile("\\r?\\n[ \\t]+");
    private static final Pattern LINE_END = Pattern.compile("\\r?\\n");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>()\\[\\],;:\"]{1,256}@[^\\s<>()\\[\\],;:\"]{1,256}");

    MailHeader {
        senders = List.copyOf(senders);
        recipients = List.copyOf(recipients);
        requireNonNull(messageId, "messageId is null");
    }

    /**
     * @param mail from its beginning; what follows its header is not looked at
     */
    static MailHeader read(byte[] mail) {
        List<String> senders = new ArrayList<>();
        List<String> recipients = new ArrayList<>();
        Optional<String> messageId = Optional.empty();
        for (String field : fields(new String(mail, UTF_8))) {
            int colon = field.indexOf(':');
            String name =
                    colon < 0 ? "" : field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = field.substring(colon + 1).strip();
            if (SENDERS.contains(name)) {
                senders.addAll(addresses(value));
            }
            if (RECIPIENTS.contains(name)) {
                recipients.addAll(addresses(value));
            }
            if (name.equals(MESSAGE_ID) && messageId.isEmpty() && !value.isEmpty()) {
                messageId = Optional.of(value);
            }
        }
        return new MailHeader(senders, recipients, messageId);
    }

    private static List<String> addresses(String value) {
        return ADDRESS.matcher(value).results().map(MatchResult::group).toList();
    }

    private static List<String> fields(String mail) {
        String header = HEADER_END.split(mail, 2)[0];
        return List.of(LINE_END.split(FOLDED.matcher(header).replaceAll(" ")));
    }
}

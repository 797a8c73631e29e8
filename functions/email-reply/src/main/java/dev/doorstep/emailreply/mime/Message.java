package dev.doorstep.emailreply.mime;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A mail.
 *
 * @param plain its first plain text that is not an attachment, with what goes on beside it
 * @param html its first HTML that is not an attachment
 * @param isReport whether it reports on another mail (RFC 6522)
 * @param isWhole whether all of it was within the bounds
 */
public record Message(
        Headers headers,
        Optional<TextPart> plain,
        Optional<TextPart> html,
        List<Photograph> photographs,
        boolean isReport,
        boolean isWhole) {

    public Message {
        requireNonNull(headers, "headers is null");
        requireNonNull(plain, "plain is null");
        requireNonNull(html, "html is null");
        photographs = List.copyOf(photographs);
    }
}

package dev.doorstep.replies;

import static java.util.Objects.requireNonNull;

/**
 * A photograph that came with a letter.
 *
 * @param key in the bucket of inbound mails
 * @param type its media type, such as {@code image/jpeg}
 * @param size in bytes
 */
public record Attachment(String key, String type, long size) {

    public Attachment {
        requireNonNull(key, "key is null");
        requireNonNull(type, "type is null");
    }
}

package dev.doorstep.replies;

import static java.util.Objects.requireNonNull;

/**
 * A photograph that came with a letter.
 *
 * @param number of it in its letter, from 1
 * @param type its media type, such as {@code image/jpeg}
 * @param size in bytes
 */
public record Attachment(int number, String type, long size) {

    public Attachment {
        requireNonNull(type, "type is null");
        if (number < 1) {
            throw new IllegalArgumentException("number is not positive");
        }
    }
}

package dev.doorstep.emailreply.mime;

import static java.util.Objects.requireNonNull;

/** A picture that came with a mail, and its media type. */
public record Photograph(String type, byte[] content) {

    public Photograph {
        requireNonNull(type, "type is null");
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}

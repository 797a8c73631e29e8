package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

/** A page that only says something. */
public record MessageView(Frame frame, String title, String text) {

    public MessageView {
        requireNonNull(frame, "frame is null");
        requireNonNull(title, "title is null");
        requireNonNull(text, "text is null");
    }
}

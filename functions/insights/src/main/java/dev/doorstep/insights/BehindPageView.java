package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

/** The page of what is behind a figure. */
public record BehindPageView(Frame frame, BehindView view) {

    public BehindPageView {
        requireNonNull(frame, "frame is null");
        requireNonNull(view, "view is null");
    }
}

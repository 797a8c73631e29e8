package dev.doorstep.local.story;

/** A step of the story did not come true. */
public final class StoryFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoryFailed(String step) {
        super(step);
    }
}

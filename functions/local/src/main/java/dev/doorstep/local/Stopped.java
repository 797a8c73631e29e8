package dev.doorstep.local;

/** The runner stops while something was at work. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped(InterruptedException cause) {
        super("the runner stops", cause);
    }
}

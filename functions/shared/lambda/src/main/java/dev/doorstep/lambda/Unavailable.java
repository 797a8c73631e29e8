package dev.doorstep.lambda;

/** Something that the work needs cannot be had now: try again later. */
public final class Unavailable extends Failure {

    private static final long serialVersionUID = 1L;

    public Unavailable(String message) {
        super(message);
    }

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

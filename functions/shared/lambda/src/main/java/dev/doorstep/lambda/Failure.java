package dev.doorstep.lambda;

/** The two ways in which work can fail on purpose; anything else is a bug. */
public abstract sealed class Failure extends RuntimeException permits Rejected, Unavailable {

    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message);
    }

    Failure(String message, Throwable cause) {
        super(message, cause);
    }
}

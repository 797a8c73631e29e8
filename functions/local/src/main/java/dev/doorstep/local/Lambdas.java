package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

/** The functions of the template, called by their logical ids; safe for use by many threads. */
public interface Lambdas {

    /**
     * Calls a function and waits for what becomes of the call; a call that fails is not repeated.
     *
     * @throws IllegalArgumentException if the template has no such function
     */
    Result invoke(String functionLogicalId, byte[] event);

    /**
     * Calls a function without waiting: a call that fails is repeated, and when that does not help
     * goes to the function's destination for failures, as the template says.
     *
     * @throws IllegalArgumentException if the template has no such function
     */
    void invokeAsync(String functionLogicalId, byte[] event);

    /** As {@link #invokeAsync}, and waits for the end. */
    void invokeWithRetries(String functionLogicalId, byte[] event);

    /** What became of one call. */
    sealed interface Result {

        /** The function answered. */
        record Ok(byte[] response) implements Result {

            public Ok {
                requireNonNull(response, "response is null");
            }
        }

        /** The function threw, or could not be initialised; {@code json} is Lambda's report. */
        record FunctionError(String type, String message, String json) implements Result {

            public FunctionError {
                requireNonNull(type, "type is null");
                requireNonNull(message, "message is null");
                requireNonNull(json, "json is null");
            }
        }

        /** The function took longer than the template allows; its process is gone. */
        record TimedOut(String message) implements Result {

            public TimedOut {
                requireNonNull(message, "message is null");
            }
        }

        /** The function's process ended by itself. */
        record Crashed(int exitCode, String message) implements Result {

            public Crashed {
                requireNonNull(message, "message is null");
            }
        }
    }
}

package dev.doorstep.local;

import dev.doorstep.lambda.Ids;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What can go wrong with one call to AWS. */
public enum Fault {
    /** The function's process ends before the call. */
    KILL_BEFORE,
    /** The call is carried out; the function's process ends before it hears so. */
    KILL_AFTER,
    /** The service has too much to do, each time that the client asks. */
    THROTTLE,
    /** The service fails and does nothing, each time that the client asks. */
    ERROR,
    /** The connection breaks before anything is done, each time that the client asks. */
    RESET,
    /** The call is carried out; the connection breaks before the answer. Once. */
    LOSE_ANSWER,
    /** The call is carried out; the answer does not come before the function's time is up. */
    TIME_OUT;

    /** The name in commands and tables: lower case, with dashes. */
    public String id() {
        return Ids.of(this);
    }

    /**
     * @throws IllegalArgumentException if there is no such fault; says which there are
     */
    public static Fault of(String id) {
        return Ids.find(values(), id)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s is no fault; there are %s"
                                                .formatted(
                                                        id,
                                                        Arrays.stream(values())
                                                                .map(Fault::id)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }
}

package dev.doorstep.local;

import java.util.List;
import java.util.Optional;

/** Sees each call that a function makes to AWS before it is carried out; for many threads. */
@FunctionalInterface
public interface CallWatch {

    /** Nothing goes wrong. */
    CallWatch CALM = _ -> Optional.empty();

    /** What is to go wrong with this call, if anything. */
    Optional<Fault> before(AwsCall call);

    /** Whether DynamoDB is to say what each call consumed. */
    default boolean isMetering() {
        return false;
    }

    /** With metering: what a call consumed, once it was carried out. */
    default void consumed(AwsCall call, List<Consumed> consumed) {}
}

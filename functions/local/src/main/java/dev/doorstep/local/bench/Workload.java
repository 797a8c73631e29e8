package dev.doorstep.local.bench;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one function is called with, again and again.
 *
 * @param function its logical id
 * @param calls makes the next call, and before it whatever must be there
 */
record Workload(String name, String function, Supplier<Call> calls) {

    /**
     * One call.
     *
     * @param before an event that the same process answers before, where it lives long enough
     */
    record Call(Optional<byte[]> before, byte[] event) {

        static Call of(byte[] event) {
            return new Call(Optional.empty(), event);
        }
    }

    /** Calls that nothing in the same process goes before. */
    static Workload of(String name, String function, Supplier<byte[]> events) {
        return new Workload(name, function, () -> Call.of(events.get()));
    }

    Workload {
        requireNonNull(name, "name is null");
        requireNonNull(function, "function is null");
        requireNonNull(calls, "calls is null");
    }
}

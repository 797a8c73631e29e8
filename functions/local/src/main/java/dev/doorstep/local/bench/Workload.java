package dev.doorstep.local.bench;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;

/**
 * What one function is called with, again and again.
 *
 * @param function its logical id
 * @param events makes the next event, and before it whatever must be there
 */
record Workload(String name, String function, Supplier<byte[]> events) {

    Workload {
        requireNonNull(name, "name is null");
        requireNonNull(function, "function is null");
        requireNonNull(events, "events is null");
    }
}

package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A rule of an event bus that a function is called by; function and queue are logical ids.
 *
 * @param bus its name
 * @param pattern JSON as EventBridge takes it
 */
public record RuleSource(
        String function, String bus, String pattern, Optional<String> deadLetterQueue) {

    public RuleSource {
        requireNonNull(function, "function is null");
        requireNonNull(bus, "bus is null");
        requireNonNull(pattern, "pattern is null");
        requireNonNull(deadLetterQueue, "deadLetterQueue is null");
    }
}

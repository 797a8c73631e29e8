package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A function of the template with its environment, as Lambda would have it.
 *
 * @param maxRetries how often an asynchronous call that failed is repeated
 * @param onFailureQueue logical id of the queue for asynchronous calls that failed for good
 */
public record FunctionDefinition(
        String logicalId,
        Path jar,
        String handler,
        int memoryMegabytes,
        Duration timeout,
        Map<String, String> environment,
        int maxRetries,
        Optional<String> onFailureQueue) {

    public FunctionDefinition {
        requireNonNull(logicalId, "logicalId is null");
        requireNonNull(jar, "jar is null");
        requireNonNull(handler, "handler is null");
        requireNonNull(timeout, "timeout is null");
        environment = Map.copyOf(environment);
        requireNonNull(onFailureQueue, "onFailureQueue is null");
    }
}

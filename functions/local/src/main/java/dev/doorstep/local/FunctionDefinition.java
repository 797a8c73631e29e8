package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function of the template with its environment, as Lambda would have it.
 *
 * @param maxRetries how often an asynchronous call that failed is repeated
 * @param onFailureQueue logical id of the queue for asynchronous calls that failed for good
 * @param logGroup logical id of where its logs go
 * @param isSnapStarted whether it is primed, and starts from a snapshot
 * @param launcher what its processes are started by, such as {@code taskset -c 1}; usually nothing
 */
public record FunctionDefinition(
        String logicalId,
        Path jar,
        String handler,
        int memoryMegabytes,
        Duration timeout,
        Map<String, String> environment,
        int maxRetries,
        Optional<String> onFailureQueue,
        String logGroup,
        Role role,
        boolean isSnapStarted,
        List<String> launcher) {

    public FunctionDefinition {
        requireNonNull(logicalId, "logicalId is null");
        requireNonNull(jar, "jar is null");
        requireNonNull(handler, "handler is null");
        requireNonNull(timeout, "timeout is null");
        environment = Map.copyOf(environment);
        requireNonNull(onFailureQueue, "onFailureQueue is null");
        requireNonNull(logGroup, "logGroup is null");
        requireNonNull(role, "role is null");
        launcher = List.copyOf(launcher);
    }

    /** With more in its environment. */
    FunctionDefinition with(Map<String, String> variables) {
        Map<String, String> extended = new LinkedHashMap<>(environment);
        extended.putAll(variables);
        return changed(jar, handler, timeout, extended, isSnapStarted, launcher);
    }

    /** With another time-out, and with clients that give up in that time too. */
    FunctionDefinition within(Duration time) {
        FunctionDefinition hurried = with(Map.of("AWS_MAX_ATTEMPTS", "3"));
        return changed(jar, handler, time, hurried.environment(), isSnapStarted, launcher);
    }

    /** Started by another command. */
    public FunctionDefinition launchedBy(List<String> command) {
        return changed(jar, handler, timeout, environment, isSnapStarted, command);
    }

    /** Another handler in its place, and in its name. */
    public FunctionDefinition replacedBy(Path otherJar, String otherHandler) {
        return changed(otherJar, otherHandler, timeout, environment, false, launcher);
    }

    /** Without a snapshot to start from. */
    public FunctionDefinition withoutSnapshot() {
        return replacedBy(jar, handler);
    }

    private FunctionDefinition changed(
            Path otherJar,
            String otherHandler,
            Duration time,
            Map<String, String> variables,
            boolean snapStarted,
            List<String> command) {
        return new FunctionDefinition(
                logicalId,
                otherJar,
                otherHandler,
                memoryMegabytes,
                time,
                variables,
                maxRetries,
                onFailureQueue,
                logGroup,
                role,
                snapStarted,
                command);
    }
}

package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Functions that do nothing; keeps what they were called with. */
final class RecordingLambdas implements Lambdas {
    private final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public Result invoke(String functionLogicalId, byte[] event) {
        events.add(new String(event, UTF_8));
        return new Result.Ok(new byte[0]);
    }

    @Override
    public void invokeAsync(String functionLogicalId, byte[] event) {
        invoke(functionLogicalId, event);
    }

    @Override
    public void invokeWithRetries(String functionLogicalId, byte[] event) {
        invoke(functionLogicalId, event);
    }

    /** In the order in which they came. */
    List<String> events() {
        return List.copyOf(events);
    }
}

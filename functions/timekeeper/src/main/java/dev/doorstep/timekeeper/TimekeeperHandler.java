package dev.doorstep.timekeeper;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Hands on the timers that have come due. */
public final class TimekeeperHandler implements RequestStreamHandler {
    /** What a page in flight needs to be sent and cleared. */
    private static final int RESERVE_MILLIS = 5_000;

    private final Timekeeper timekeeper;

    /** Used by the Lambda runtime, once per execution environment. */
    public TimekeeperHandler() {
        this(Timekeeper.production(Environment.system()));
    }

    public TimekeeperHandler(Timekeeper timekeeper) {
        this.timekeeper = requireNonNull(timekeeper, "timekeeper is null");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context) {
        int handedOn = timekeeper.run(() -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
        Json.writeTo(result, Map.of("handedOn", handedOn));
    }
}

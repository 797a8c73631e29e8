package dev.doorstep.promisewatch;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.SqsBatch;
import dev.doorstep.timers.Timer;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * Takes the timers of promises, of mails that support wrote, and of deliveries, as they come due.
 */
public final class PromiseWatchHandler implements RequestStreamHandler {
    private final PromiseWatch watch;

    /** Used by the Lambda runtime, once per execution environment. */
    public PromiseWatchHandler() {
        this(PromiseWatch.production(Environment.system()));
    }

    public PromiseWatchHandler(PromiseWatch watch) {
        this.watch = requireNonNull(watch, "watch is null");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context) {
        handle(event, result);
    }

    void handle(InputStream event, OutputStream result) {
        SqsBatch.read(event)
                .process(message -> watch.receive(Timer.parse(message.body())))
                .writeTo(result);
    }
}

package dev.doorstep.surveysender;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.SqsBatch;
import dev.doorstep.timers.Timer;

import java.io.InputStream;
import java.io.OutputStream;

/** Sends the surveys and reminders that have come due. */
public final class SurveySenderHandler implements RequestStreamHandler {
    private final SurveySender sender;

    /** Used by the Lambda runtime, once per execution environment. */
    public SurveySenderHandler() {
        this(SurveySender.production(Environment.system()));
    }

    public SurveySenderHandler(SurveySender sender) {
        this.sender = requireNonNull(sender, "sender is null");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context) {
        handle(event, result);
    }

    void handle(InputStream event, OutputStream result) {
        SqsBatch.read(event)
                .process(message -> sender.receive(Timer.parse(message.body())))
                .writeTo(result);
    }
}

package dev.doorstep.mailevents;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;

import java.io.InputStream;
import java.io.OutputStream;

/** Hears SES's events. */
public final class MailEventsHandler implements RequestStreamHandler {
    private final MailEvents events;

    /** Used by the Lambda runtime, once per execution environment. */
    public MailEventsHandler() {
        this(MailEvents.production(Environment.system()));
    }

    public MailEventsHandler(MailEvents events) {
        this.events = requireNonNull(events, "events is null");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context) {
        handle(event);
    }

    void handle(InputStream event) {
        events.hear(Json.readObject(event));
    }
}

package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;

import java.io.InputStream;
import java.io.OutputStream;

/** Answers support. */
public final class SupportDeskHandler implements RequestStreamHandler {
    private final FrontDesk desk;

    /** Used by the Lambda runtime, once per execution environment. */
    public SupportDeskHandler() {
        this(FrontDesk.production(Environment.system()));
    }

    SupportDeskHandler(FrontDesk desk) {
        this.desk = requireNonNull(desk, "desk is null");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context) {
        handle(event, result);
    }

    void handle(InputStream event, OutputStream result) {
        desk.respond(HttpRequest.read(event)).writeTo(result);
    }
}

package dev.doorstep.escalator;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.dynamodb.StreamBatch;
import dev.doorstep.lambda.Environment;
import dev.doorstep.replies.Replies;

import java.io.InputStream;
import java.io.OutputStream;

/** Follows the replies as they are recorded and changed. */
public final class EscalatorHandler implements RequestStreamHandler {
    private final Escalator escalator;

    /** Used by the Lambda runtime, once per execution environment. */
    public EscalatorHandler() {
        this(Escalator.production(Environment.system()));
    }

    public EscalatorHandler(Escalator escalator) {
        this.escalator = requireNonNull(escalator, "escalator is null");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context) {
        handle(event, result);
    }

    void handle(InputStream event, OutputStream result) {
        StreamBatch.read(event)
                .process(changed -> changed.after().map(Replies::read).ifPresent(escalator::follow))
                .writeTo(result);
    }
}

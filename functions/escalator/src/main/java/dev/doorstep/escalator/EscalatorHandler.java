package dev.doorstep.escalator;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.dynamodb.StreamBatch;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.SqsBatch;
import dev.doorstep.replies.Replies;
import dev.doorstep.timers.Timer;

import java.io.InputStream;
import java.io.OutputStream;

/** Follows replies as they are recorded and changed, and acknowledgements that are unsettled. */
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
        JsonObject batch = Json.readObject(event);
        if (SqsBatch.isOne(batch)) {
            SqsBatch.of(batch)
                    .process(message -> escalator.receive(Timer.parse(message.body())))
                    .writeTo(result);
        } else {
            StreamBatch.of(batch)
                    .process(
                            changed ->
                                    changed.after().map(Replies::read).ifPresent(escalator::follow))
                    .writeTo(result);
        }
    }
}

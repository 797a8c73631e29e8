package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.dynamodb.StreamBatch;
import dev.doorstep.dynamodb.StreamRecord;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Counts replies as they are recorded and changed. */
public final class InsightsHandler implements RequestStreamHandler {
    private final Counting counting;

    /** Used by the Lambda runtime, once per execution environment. */
    public InsightsHandler() {
        this(Counting.production(Environment.system()));
    }

    public InsightsHandler(Counting counting) {
        this.counting = requireNonNull(counting, "counting is null");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context) {
        handle(event, result);
    }

    void handle(InputStream event, OutputStream result) {
        StreamBatch.of(Json.readObject(event))
                .processTogether(InsightsHandler::reply, counting::count)
                .writeTo(result);
    }

    /** One that was removed stays counted. */
    private static Optional<Reply> reply(StreamRecord changed) {
        return changed.after().map(Replies::read);
    }
}

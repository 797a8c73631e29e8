package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.dynamodb.StreamBatch;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.SqsBatch;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Counts replies, surveys and cases as they come and change, tells by HTTP what they say, writes
 * the replies into files, and mails once a week what is worth knowing.
 */
public final class InsightsHandler implements RequestStreamHandler {
    /** What one more page, to keep what was written, and to send itself on may take. */
    private static final int RESERVE_MILLIS = 10_000;

    private final Insights insights;

    /** Used by the Lambda runtime, once per execution environment. */
    public InsightsHandler() {
        this(Insights.production(Environment.system()));
    }

    InsightsHandler(Insights insights) {
        this.insights = requireNonNull(insights, "insights is null");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context) {
        handle(event, result, () -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
    }

    void handle(InputStream event, OutputStream result, BooleanSupplier hasTime) {
        JsonObject payload = Json.readObject(event);
        if (payload.has("requestContext")) {
            insights.site().respond(HttpRequest.of(payload)).writeTo(result);
        } else if (payload.has("source")) {
            Json.writeTo(result, Map.of("mails", insights.digest().get().send()));
        } else if (SqsBatch.isOne(payload)) {
            SqsBatch.of(payload)
                    .process(
                            message ->
                                    insights.exports()
                                            .get()
                                            .run()
                                            .goOn(ExportsQueue.exportId(message.body()), hasTime))
                    .writeTo(result);
        } else {
            StreamBatch.of(payload)
                    .processTogether(Seen::of, insights.counting()::follow)
                    .writeTo(result);
        }
    }
}

package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.dynamodb.StreamBatch;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.SqsBatch;
import dev.doorstep.programme.Programme;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Counts replies, surveys and cases as they come and change, tells by HTTP what they say, and writes
 * the replies into files.
 */
public final class InsightsHandler implements RequestStreamHandler {
    /** What one more page, to keep what was written, and to send itself on may take. */
    private static final int RESERVE_MILLIS = 10_000;

    private final Counting counting;
    private final InsightsApi api;
    private final Supplier<Exports> exports;

    /** Used by the Lambda runtime, once per execution environment. */
    public InsightsHandler() {
        this(Environment.system());
    }

    /**
     * @param exports which most starts do not need
     */
    InsightsHandler(Counting counting, InsightsApi api, Supplier<Exports> exports) {
        this.counting = requireNonNull(counting, "counting is null");
        this.api = requireNonNull(api, "api is null");
        this.exports = requireNonNull(exports, "exports is null");
    }

    private InsightsHandler(Environment environment) {
        this(environment, DynamoDb.client(), Programme.load(environment));
    }

    private InsightsHandler(Environment environment, DynamoDbClient dynamoDb, Programme programme) {
        this(
                Counting.production(environment, dynamoDb, programme),
                InsightsApi.production(environment, dynamoDb, programme),
                new Once<>(() -> Exports.production(environment, dynamoDb, programme)));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context) {
        handle(event, result, () -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
    }

    void handle(InputStream event, OutputStream result, BooleanSupplier hasTime) {
        JsonObject payload = Json.readObject(event);
        if (payload.has("requestContext")) {
            respond(HttpRequest.of(payload)).writeTo(result);
        } else if (SqsBatch.isOne(payload)) {
            SqsBatch.of(payload)
                    .process(
                            message ->
                                    exports.get()
                                            .run()
                                            .goOn(ExportsQueue.exportId(message.body()), hasTime))
                    .writeTo(result);
        } else {
            StreamBatch.of(payload).processTogether(Seen::of, counting::follow).writeTo(result);
        }
    }

    private HttpResponse respond(HttpRequest request) {
        return ExportsApi.isAsked(request)
                ? exports.get().api().respond(request)
                : api.respond(request);
    }
}

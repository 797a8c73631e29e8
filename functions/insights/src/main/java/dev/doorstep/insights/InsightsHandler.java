package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.dynamodb.StreamBatch;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.programme.Programme;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.InputStream;
import java.io.OutputStream;

/** Counts replies, surveys and cases as they come and change, and tells by HTTP what they say. */
public final class InsightsHandler implements RequestStreamHandler {
    private final Counting counting;
    private final InsightsApi api;

    /** Used by the Lambda runtime, once per execution environment. */
    public InsightsHandler() {
        this(Environment.system());
    }

    InsightsHandler(Counting counting, InsightsApi api) {
        this.counting = requireNonNull(counting, "counting is null");
        this.api = requireNonNull(api, "api is null");
    }

    private InsightsHandler(Environment environment) {
        this(environment, DynamoDb.client(), Programme.load(environment));
    }

    private InsightsHandler(Environment environment, DynamoDbClient dynamoDb, Programme programme) {
        this(
                Counting.production(environment, dynamoDb, programme),
                InsightsApi.production(environment, dynamoDb, programme));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context) {
        handle(event, result);
    }

    void handle(InputStream event, OutputStream result) {
        JsonObject payload = Json.readObject(event);
        if (payload.has("requestContext")) {
            api.respond(HttpRequest.of(payload)).writeTo(result);
        } else {
            StreamBatch.of(payload).processTogether(Seen::of, counting::follow).writeTo(result);
        }
    }
}

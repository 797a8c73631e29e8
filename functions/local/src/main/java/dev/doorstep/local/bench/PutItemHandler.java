package dev.doorstep.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.UUID;

/** Does one {@code PutItem} by the SDK, and nothing else. */
public final class PutItemHandler implements RequestStreamHandler {
    private final DynamoDbClient dynamoDb =
            DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    private final String table = System.getenv("REPLIES_TABLE");

    @Override
    public void handleRequest(InputStream event, OutputStream result, Context context)
            throws IOException {
        dynamoDb.putItem(
                put ->
                        put.tableName(table)
                                .item(
                                        Map.of(
                                                "surveyId",
                                                AttributeValue.fromS(UUID.randomUUID().toString()),
                                                "comment",
                                                AttributeValue.fromS("x".repeat(400)))));
        result.write("{}".getBytes(UTF_8));
    }
}

package dev.doorstep.local;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Puts many items into a table of this machine, as many at a time as DynamoDB takes. */
public final class BatchWrites {
    private static final int MOST_AT_A_TIME = 25;

    private BatchWrites() {}

    /** Items with the same key come in their order. */
    public static void put(
            DynamoDbClient dynamoDb, String table, Stream<Map<String, AttributeValue>> items) {
        items.map(BatchWrites::put)
                .gather(Gatherers.windowFixed(MOST_AT_A_TIME))
                .forEach(batch -> write(dynamoDb, Map.of(table, batch)));
    }

    private static void write(DynamoDbClient dynamoDb, Map<String, List<WriteRequest>> batch) {
        Map<String, List<WriteRequest>> left = batch;
        while (!left.isEmpty()) {
            left =
                    dynamoDb.batchWriteItem(
                                    BatchWriteItemRequest.builder().requestItems(left).build())
                            .unprocessedItems();
        }
    }

    private static WriteRequest put(Map<String, AttributeValue> item) {
        return WriteRequest.builder().putRequest(put -> put.item(item)).build();
    }
}

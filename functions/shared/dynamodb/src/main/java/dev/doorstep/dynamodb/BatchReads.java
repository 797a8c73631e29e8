package dev.doorstep.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads many items of a table by their keys. */
public final class BatchReads {
    private static final int MOST_KEYS = 100;

    private BatchReads() {}

    /**
     * The items that are there, in no order. What DynamoDB leaves out of an answer is asked for
     * again.
     *
     * @param keys each once
     */
    public static List<Item> read(
            DynamoDbClient dynamoDb, String table, Collection<Item> keys, Consistency consistency) {
        List<Map<String, AttributeValue>> open =
                new ArrayList<>(keys.stream().map(Item::attributes).toList());
        List<Item> found = new ArrayList<>();
        while (!open.isEmpty()) {
            List<Map<String, AttributeValue>> asked =
                    open.subList(0, Math.min(MOST_KEYS, open.size()));
            KeysAndAttributes request =
                    KeysAndAttributes.builder()
                            .keys(List.copyOf(asked))
                            .consistentRead(consistency.isStrong())
                            .build();
            asked.clear();
            BatchGetItemResponse answer =
                    dynamoDb.batchGetItem(get -> get.requestItems(Map.of(table, request)));
            answer.responses()
                    .values()
                    .forEach(items -> items.forEach(i -> found.add(new Item(i))));
            answer.unprocessedKeys().values().forEach(left -> open.addAll(left.keys()));
        }
        return found;
    }
}

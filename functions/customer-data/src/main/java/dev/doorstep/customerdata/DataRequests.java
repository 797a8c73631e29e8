package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

import java.util.Map;
import java.util.Optional;

/**
 * The table of requests. Each is written over the version that it came from. Safe for use by
 * several threads.
 */
final class DataRequests {
    private final DynamoDbClient dynamoDb;
    private final String table;

    DataRequests(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
    }

    /** The request as it is now. */
    Optional<DataRequest> find(String id) {
        Map<String, AttributeValue> found =
                dynamoDb.getItem(
                                get ->
                                        get.tableName(table)
                                                .key(
                                                        Map.of(
                                                                DataRequestItem.REQUEST_ID,
                                                                Item.value(id)))
                                                .consistentRead(true))
                        .item();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(DataRequestItem.read(new Item(found)));
    }

    /**
     * Writes a request's next version.
     *
     * @return whether it was written; not if another writer came first, or the client's own repeat
     *     of this write found it made
     */
    boolean write(DataRequest request) {
        PutItemRequest.Builder put =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(DataRequestItem.of(request).attributes());
        if (request.version() == 1) {
            put.conditionExpression("attribute_not_exists(#id)")
                    .expressionAttributeNames(Map.of("#id", DataRequestItem.REQUEST_ID));
        } else {
            put.conditionExpression("#version = :before")
                    .expressionAttributeNames(Map.of("#version", DataRequestItem.VERSION))
                    .expressionAttributeValues(
                            Map.of(":before", Item.value(request.version() - 1)));
        }
        try {
            dynamoDb.putItem(put.build());
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}

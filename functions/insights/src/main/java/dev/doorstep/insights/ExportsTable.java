package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The table of exports. Each is written over the version that it came from. Safe for use by several
 * threads.
 */
final class ExportsTable {
    private final DynamoDbClient dynamoDb;
    private final String table;

    ExportsTable(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
    }

    /** The export as it is now; DynamoDB may take a day or two to remove one that is gone. */
    Optional<ExportJob> find(String id) {
        Map<String, AttributeValue> found =
                dynamoDb.getItem(
                                get ->
                                        get.tableName(table)
                                                .key(Map.of(ExportItem.EXPORT_ID, Item.value(id)))
                                                .consistentRead(true))
                        .item();
        return found.isEmpty() ? Optional.empty() : Optional.of(ExportItem.read(new Item(found)));
    }

    /**
     * Writes a new export; one that is gone counts for none.
     *
     * @return whether it was written; not if there is one, or the client's own repeat of this write
     *     found it made
     */
    boolean add(ExportJob job, Instant now) {
        return put(
                PutItemRequest.builder()
                        .conditionExpression("attribute_not_exists(#id) OR #expiresAt <= :now")
                        .expressionAttributeNames(
                                Map.of(
                                        "#id", ExportItem.EXPORT_ID,
                                        "#expiresAt", ExportItem.EXPIRES_AT))
                        .expressionAttributeValues(
                                Map.of(":now", Item.value(now.getEpochSecond()))),
                job);
    }

    /**
     * Writes an export's next version.
     *
     * @return whether it was written; not if another writer came first, or the client's own repeat
     *     of this write found it made
     */
    boolean write(ExportJob job) {
        return put(
                PutItemRequest.builder()
                        .conditionExpression("#version = :before")
                        .expressionAttributeNames(Map.of("#version", ExportItem.VERSION))
                        .expressionAttributeValues(
                                Map.of(":before", Item.value(job.version() - 1))),
                job);
    }

    private boolean put(PutItemRequest.Builder put, ExportJob job) {
        try {
            dynamoDb.putItem(put.tableName(table).item(ExportItem.of(job).attributes()).build());
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}

package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

import java.util.List;

/** A table of the template, under its physical name, with its keys, indexes and stream. */
public record TableDefinition(String logicalId, CreateTableRequest request) {

    public TableDefinition {
        requireNonNull(logicalId, "logicalId is null");
        requireNonNull(request, "request is null");
    }

    public String name() {
        return request.tableName();
    }

    /** The attribute that spreads items over partitions. */
    String key() {
        return partitionKey(request.keySchema());
    }

    /** The attribute that spreads the items of an index over partitions. */
    String keyOf(String index) {
        return request.globalSecondaryIndexes().stream()
                .filter(i -> i.indexName().equals(index))
                .map(i -> partitionKey(i.keySchema()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(index + " is not an index"));
    }

    private static String partitionKey(List<KeySchemaElement> keys) {
        return keys.stream()
                .filter(key -> key.keyType() == KeyType.HASH)
                .map(KeySchemaElement::attributeName)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a table without a key"));
    }
}

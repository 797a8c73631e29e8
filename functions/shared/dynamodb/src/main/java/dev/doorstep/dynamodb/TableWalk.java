package dev.doorstep.dynamodb;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at each item of a table, page by page. What that costs grows with what is stored: it is for
 * what no key and no index can answer. The table's keys must be strings. Safe for use by several
 * threads.
 */
public final class TableWalk {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final int pageSize;
    private final Consistency consistency;

    /**
     * @param pageSize how many items a page has at most; a page is never larger than 1 MB
     */
    public TableWalk(DynamoDbClient dynamoDb, String table, int pageSize, Consistency consistency) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
        this.pageSize = pageSize;
        this.consistency = requireNonNull(consistency, "consistency is null");
    }

    /**
     * @param cursor where the page before it said that the walk goes on; empty at the beginning
     */
    public Page page(Optional<String> cursor) {
        ScanRequest.Builder scan =
                ScanRequest.builder()
                        .tableName(table)
                        .limit(pageSize)
                        .consistentRead(consistency.isStrong());
        cursor.ifPresent(from -> scan.exclusiveStartKey(key(from)));
        ScanResponse found = dynamoDb.scan(scan.build());
        return new Page(
                found.items().stream().map(Item::new).toList(),
                Optional.of(found.lastEvaluatedKey())
                        .filter(last -> !last.isEmpty())
                        .map(TableWalk::cursor));
    }

    private static String cursor(Map<String, AttributeValue> lastKey) {
        return Json.write(new Item(lastKey).members());
    }

    private static Map<String, AttributeValue> key(String cursor) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        JsonObject names = Json.parseObject(cursor);
        names.members().keySet().forEach(name -> key.put(name, Item.value(names.string(name))));
        return key;
    }

    /** A part of a table, and where the walk goes on if it does. */
    public record Page(List<Item> items, Optional<String> next) {

        public Page {
            items = List.copyOf(items);
            requireNonNull(next, "next is null");
        }
    }
}

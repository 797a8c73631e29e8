package dev.doorstep.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a whole table. What that costs grows with the table: it is for rebuilding what is derived
 * from it. {@link TableWalk} is for what must be able to stop and go on.
 */
public final class TableScan {

    private TableScan() {}

    /**
     * Reads each item, consistently, a page at a time; no page is empty.
     *
     * @param form what an item says
     */
    public static <T> void read(
            DynamoDbClient dynamoDb,
            String table,
            Function<Item, T> form,
            Consumer<List<T>> reader) {
        dynamoDb.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).stream()
                .map(page -> page.items().stream().map(Item::new).map(form).toList())
                .filter(page -> !page.isEmpty())
                .forEach(reader);
    }
}

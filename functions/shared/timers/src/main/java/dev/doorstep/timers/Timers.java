package dev.doorstep.timers;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.lambda.Unavailable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The table of timers, spread over shards so that no partition is hot; within a shard, timers lie
 * in the order in which they come due. Safe for use by several threads.
 */
public final class Timers {
    public static final int SHARDS = 16;

    private static final String SHARD = "shard";
    private static final String DUE_AT_ID = "dueAtId";
    private static final String SEPARATOR = "#";
    // sorts after the separator, so that timers of this very moment are due
    private static final String AFTER_SEPARATOR = "$";
    private static final int DELETE_ATTEMPTS = 5;

    private final DynamoDbClient dynamoDb;
    private final String table;

    public Timers(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
    }

    /** The write that sets a timer; setting it again is harmless. */
    public TransactWriteItem put(Timer timer) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table).item(key(timer)))
                .build();
    }

    /** The write that clears a timer; one that is gone already is fine. */
    public TransactWriteItem delete(Timer timer) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table).key(key(timer)))
                .build();
    }

    /** Sets a timer; setting it again is harmless. */
    public void set(Timer timer) {
        dynamoDb.putItem(put -> put.tableName(table).item(key(timer)));
    }

    /** The timers of one shard that are due by now, earliest first, at most so many. */
    public List<Timer> due(int shard, Instant now, int limit) {
        return dynamoDb
                .query(
                        query ->
                                query.tableName(table)
                                        .keyConditionExpression("#shard = :shard AND #due < :now")
                                        .expressionAttributeNames(
                                                Map.of("#shard", SHARD, "#due", DUE_AT_ID))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":shard",
                                                        Item.value(Integer.toString(shard)),
                                                        ":now",
                                                        Item.value(
                                                                Item.format(now)
                                                                        + AFTER_SEPARATOR)))
                                        .limit(limit)
                                        .consistentRead(true))
                .items()
                .stream()
                .map(item -> timer(new Item(item)))
                .toList();
    }

    /**
     * Clears timers that have been handed on.
     *
     * @param timers 25 at most
     * @throws Unavailable if the table does not take them all; those left are handed on again
     */
    public void deleteAll(List<Timer> timers) {
        if (timers.isEmpty()) {
            return;
        }
        Map<String, List<WriteRequest>> left =
                Map.of(table, timers.stream().map(Timers::deleteRequest).toList());
        for (int attempt = 0; attempt < DELETE_ATTEMPTS && !left.isEmpty(); attempt++) {
            Map<String, List<WriteRequest>> requested = left;
            left =
                    dynamoDb.batchWriteItem(batch -> batch.requestItems(requested))
                            .unprocessedItems();
        }
        if (!left.isEmpty()) {
            throw new Unavailable("timers could not be cleared");
        }
    }

    /** A timer as the table has it. */
    public static Timer read(Item item) {
        return timer(item);
    }

    private static WriteRequest deleteRequest(Timer timer) {
        return WriteRequest.builder().deleteRequest(delete -> delete.key(key(timer))).build();
    }

    private static Map<String, AttributeValue> key(Timer timer) {
        return Map.of(
                SHARD,
                Item.value(Integer.toString(Math.floorMod(timer.id().hashCode(), SHARDS))),
                DUE_AT_ID,
                Item.value(Item.format(timer.dueAt()) + SEPARATOR + timer.id()));
    }

    private static Timer timer(Item item) {
        String[] parts = item.string(DUE_AT_ID).split(SEPARATOR, 3);
        return new Timer(TimerKind.of(parts[1]), parts[2], Instant.parse(parts[0]));
    }
}

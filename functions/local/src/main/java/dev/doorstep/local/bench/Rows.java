package dev.doorstep.local.bench;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.local.BatchWrites;
import dev.doorstep.local.LocalRunner;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What lies in the tables besides: rows of other orders. */
final class Rows {

    private final DynamoDbClient dynamoDb;
    private int present;

    Rows(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    /** Adds rows to each table until so many are there. */
    void fillTo(int rows) {
        Map<String, IntFunction<Item.Builder>> tables =
                Map.of(
                        "SurveysTable", n -> Item.builder().with("orderId", "other-" + n),
                        "LinksTable", n -> Item.builder().with("tokenHash", "other-" + n),
                        "RepliesTable", n -> Item.builder().with("surveyId", "other-" + n),
                        "MailsTable", n -> Item.builder().with("mailId", "other-" + n),
                        "ContactsTable", n -> Item.builder().with("contactId", "other-" + n),
                        "TimersTable", Rows::timer,
                        "FollowUpsTable", Rows::followUp,
                        "ScoresTable",
                                n -> Item.builder().with("segment", "other-" + n).with("at", "0"));
        tables.forEach((table, row) -> fill(LocalRunner.tableName(table), row, rows));
        present = rows;
    }

    private void fill(String table, IntFunction<Item.Builder> row, int rows) {
        BatchWrites.put(
                dynamoDb,
                table,
                IntStream.range(present, rows)
                        .mapToObj(row)
                        .map(item -> item.with("filler", "x".repeat(300)).build().attributes()));
    }

    private static Item.Builder timer(int n) {
        return Item.builder()
                .with("shard", Integer.toString(n % 16))
                .with(
                        "dueAtId",
                        Item.format(Instant.now().plus(Duration.ofDays(30)).plusMillis(n))
                                + "#survey#other-"
                                + n);
    }

    private static Item.Builder followUp(int n) {
        return Item.builder()
                .with("followUpId", "other-" + n)
                .with("state", "resolved")
                .with("place", Item.format(Instant.now().minusMillis(n)));
    }
}

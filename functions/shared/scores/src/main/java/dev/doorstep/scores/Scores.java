package dev.doorstep.scores;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.lambda.Unavailable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The table of scores: counters by day, and what each counted thing added to them. Safe for use by
 * several threads.
 */
public final class Scores {
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final ScoresWriter writer;

    public Scores(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
        this.writer = new ScoresWriter(dynamoDb, table);
    }

    /**
     * Counts each of these once, however often it comes and however many versions of it: the
     * highest version counts.
     *
     * @return how many were counted now, and not before
     * @throws Unavailable if others write the same rows all the time; counting it again goes on
     */
    public int count(Collection<Counted> things) {
        return writer.count(things);
    }

    /**
     * Counts those of these that are not counted under the same values yet. That one is so costs a
     * read and no write, but its version is not remembered: this is for versions that add the same
     * as those right before them, in case one of these was lost.
     *
     * @return how many were counted now, and not before
     * @throws Unavailable if others write the same rows all the time; counting it again goes on
     */
    public int confirm(Collection<Counted> things) {
        return writer.confirm(things);
    }

    /**
     * What was counted on each day from the first to the last, in their order; a day on which
     * nothing was is absent, and none is where the first is after the last.
     *
     * @param about what the counters are about, such as a touchpoint
     * @param dimension such as {@code carrier}
     */
    public List<DayCounts> read(String about, String dimension, LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            return List.of();
        }
        SortedMap<LocalDate, Map<String, Long>> days = new TreeMap<>();
        rows(CounterRow.segment(about, dimension), from + "#", to + "#~")
                .forEach(
                        item -> {
                            Map<String, Long> sums =
                                    days.computeIfAbsent(
                                            ScoresItem.day(item), _ -> new HashMap<>());
                            ScoresItem.counters(item)
                                    .forEach((name, number) -> sums.merge(name, number, Long::sum));
                        });
        List<DayCounts> counts = new ArrayList<>();
        days.forEach(
                (day, sums) -> {
                    DayCounts of = dayCounts(day, sums);
                    if (!of.byValue().isEmpty()) {
                        counts.add(of);
                    }
                });
        return counts;
    }

    /**
     * What stands behind the figures of a day: each thing that is counted, with what it added.
     *
     * @param filedUnder what they are filed under, such as a touchpoint
     */
    public List<Counted> behind(String filedUnder, LocalDate day) {
        return behind(filedUnder, day, Optional.empty()).toList();
    }

    /**
     * The same, read as it is gone through, in an order that stays the same.
     *
     * @param after the id of the thing after which to begin; empty to begin with the first
     */
    public Stream<Counted> behind(String filedUnder, LocalDate day, Optional<String> after) {
        int first = after.map(CountedKey::partition).orElse(0);
        return IntStream.range(first, CountedKey.PARTITIONS)
                .boxed()
                .flatMap(
                        partition ->
                                rows(
                                        CountedKey.segment(filedUnder, day, partition),
                                        after.filter(_ -> partition == first)
                                                .map(id -> id + "\0")
                                                .orElse("\0"),
                                        "\uffff"))
                .map(item -> ScoresItem.readCounted(filedUnder, day, item));
    }

    private static DayCounts dayCounts(LocalDate day, Map<String, Long> sums) {
        Map<String, Map<String, Long>> byValue = new HashMap<>();
        sums.forEach(
                (name, number) -> {
                    if (number != 0) {
                        String value = Fold.valueOf(name);
                        byValue.computeIfAbsent(value, _ -> new HashMap<>())
                                .put(name.substring(value.length() + 1), number);
                    }
                });
        return new DayCounts(day, byValue);
    }

    private Stream<Item> rows(String segment, String from, String to) {
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("#segment = :segment AND #at BETWEEN :from AND :to")
                        .expressionAttributeNames(
                                Map.of("#segment", ScoresItem.SEGMENT, "#at", ScoresItem.AT))
                        .expressionAttributeValues(
                                Map.of(
                                        ":segment", Item.value(segment),
                                        ":from", Item.value(from),
                                        ":to", Item.value(to)))
                        .build();
        return dynamoDb.queryPaginator(query).items().stream().map(Item::new);
    }
}

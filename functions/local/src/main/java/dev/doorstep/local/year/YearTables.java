package dev.doorstep.local.year;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.local.BatchWrites;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.Pause;
import dev.doorstep.replies.Replies;
import dev.doorstep.scores.Scores;
import dev.doorstep.surveys.Surveys;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables of a running stack, which take in a year. */
final class YearTables {
    /** The dimension that tells nothing apart, and its one value. */
    private static final String ALL = "all";

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final DynamoDbClient dynamoDb;
    private final Scores scores;

    YearTables(LocalRunner runner) {
        this.dynamoDb = requireNonNull(runner.dynamoDb(), "dynamoDb is null");
        this.scores = new Scores(dynamoDb, LocalRunner.tableName("ScoresTable"));
    }

    /**
     * Writes a year. Orders come first, then cases, then replies: the functions at the streams find
     * what they look for, and nothing is left for them to do but to count.
     */
    void write(Year year) {
        write("SurveysTable", year.orders().stream().map(Surveys::item).toList());
        write("FollowUpsTable", year.cases().stream().map(FollowUps::item).toList());
        write("RepliesTable", year.replies().stream().map(Replies::item).toList());
    }

    /**
     * Waits until insights has counted all of it.
     *
     * @throws IllegalStateException if nothing more is counted for so long
     */
    void awaitCounted(Year year, Duration longest) {
        YearCounts expected = YearCounts.of(year);
        Instant changedAt = Instant.now();
        long last = 0;
        for (YearCounts now = counted(year); !now.equals(expected); now = counted(year)) {
            if (now.all() != last) {
                last = now.all();
                changedAt = Instant.now();
            } else if (Duration.between(changedAt, Instant.now()).compareTo(longest) > 0) {
                throw new IllegalStateException(
                        "nothing more is counted after %,d of %,d".formatted(last, expected.all()));
            }
            Pause.of(LOOK_EVERY);
        }
    }

    /** What insights has counted of a year's days until now. */
    YearCounts counted(Year year) {
        SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>();
        for (String about : YearCounts.abouts()) {
            SortedMap<String, Long> sums = new TreeMap<>();
            scores.read(about, ALL, year.first(), year.last()).stream()
                    .map(day -> day.byValue().getOrDefault(ALL, Map.of()))
                    .forEach(of -> of.forEach((name, count) -> sums.merge(name, count, Long::sum)));
            if (!sums.isEmpty()) {
                counts.put(about, sums);
            }
        }
        return new YearCounts(counts);
    }

    private void write(String table, List<Item> items) {
        BatchWrites.put(
                dynamoDb, LocalRunner.tableName(table), items.stream().map(Item::attributes));
    }
}

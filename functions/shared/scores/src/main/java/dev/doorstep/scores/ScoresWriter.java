package dev.doorstep.scores;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.BatchReads;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.dynamodb.Item;
import dev.doorstep.lambda.Unavailable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Counts each thing once: the counters and what says that it is counted change in one transaction,
 * or neither does. What is counted in the same or a later version already is passed over. Safe for
 * use by several threads.
 */
final class ScoresWriter {
    private static final int ATTEMPTS = 12;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);
    private static final long FIRST_VERSION = 1;

    private final DynamoDbClient dynamoDb;
    private final String table;

    ScoresWriter(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
    }

    /**
     * @return how many were counted now
     * @throws Unavailable if others write the same rows all the time; counting it again goes on
     */
    int count(Collection<Counted> things) {
        return count(things, ScoresWriter::mayBeCounted, change -> !change.isOutdone());
    }

    /** The same, but for those that are counted under the same values already. */
    int confirm(Collection<Counted> things) {
        return count(things, _ -> true, change -> !change.isOutdone() && !change.changesNothing());
    }

    private int count(
            Collection<Counted> things, Predicate<Counted> isLookedFor, Predicate<Change> isOpen) {
        List<Change> open =
                changes(newest(things), isLookedFor, Consistency.EVENTUAL).stream()
                        .filter(isOpen)
                        .toList();
        int counted = 0;
        int shard = 0;
        int attempt = 0;
        Consistency consistency = Consistency.EVENTUAL;
        while (!open.isEmpty()) {
            List<Change> now = Fold.fitting(open, shard);
            List<Change> rest = open.subList(now.size(), open.size());
            Result result = write(now, shard, consistency);
            consistency = Consistency.STRONG; // to see what was written a moment ago
            switch (result) {
                case Result.Written _ -> {
                    counted += now.size();
                    open = rest;
                    attempt = 0;
                }
                case Result.Outrun(Set<CountedKey> by) -> {
                    List<Change> left = lookedAtAgain(now, by).stream().filter(isOpen).toList();
                    attempt = left.size() < now.size() ? 0 : next(attempt);
                    open = concat(left, rest);
                }
                case Result.Crowded _ -> {
                    shard = (shard + 1) % CounterRow.SHARDS;
                    attempt = next(attempt);
                }
            }
        }
        return counted;
    }

    private static int next(int attempt) {
        if (attempt + 1 == ATTEMPTS) {
            throw new Unavailable("the scores are being written by others");
        }
        pause();
        return attempt + 1;
    }

    /** Those of one day next to each other, so that few rows are written by each transaction. */
    private static List<Counted> newest(Collection<Counted> things) {
        Map<CountedKey, Counted> newest = new LinkedHashMap<>();
        for (Counted thing : things) {
            newest.merge(CountedKey.of(thing), thing, (a, b) -> b.version() > a.version() ? b : a);
        }
        return newest.values().stream()
                .sorted(
                        Comparator.comparing((Counted thing) -> thing.tally().about())
                                .thenComparing(thing -> thing.tally().day()))
                .toList();
    }

    /** Of a first version it is a good guess that nothing is counted, which its write proves. */
    private static boolean mayBeCounted(Counted thing) {
        return thing.version() > FIRST_VERSION;
    }

    private List<Change> changes(
            List<Counted> things, Predicate<Counted> isLookedFor, Consistency consistency) {
        List<CountedKey> keys = things.stream().filter(isLookedFor).map(CountedKey::of).toList();
        Map<CountedKey, Change.Kept> kept = kept(keys, consistency);
        return things.stream()
                .map(
                        thing ->
                                new Change(
                                        thing, Optional.ofNullable(kept.get(CountedKey.of(thing)))))
                .toList();
    }

    private List<Change> lookedAtAgain(List<Change> changes, Set<CountedKey> keys) {
        Map<CountedKey, Change.Kept> kept = kept(keys, Consistency.STRONG);
        return changes.stream()
                .map(
                        change ->
                                keys.contains(change.key())
                                        ? new Change(
                                                change.next(),
                                                Optional.ofNullable(kept.get(change.key())))
                                        : change)
                .toList();
    }

    private Map<CountedKey, Change.Kept> kept(
            Collection<CountedKey> keys, Consistency consistency) {
        Map<Item, CountedKey> byItem =
                keys.stream().collect(Collectors.toMap(CountedKey::item, key -> key));
        Map<CountedKey, Change.Kept> kept = new HashMap<>();
        read(byItem.keySet(), consistency)
                .forEach(
                        (at, item) -> {
                            CountedKey key = requireNonNull(byItem.get(at), "key is null");
                            kept.put(key, ScoresItem.readKept(key, item));
                        });
        return kept;
    }

    private Map<CounterRow, CounterValues> present(Set<CounterRow> rows, Consistency consistency) {
        Map<Item, CounterRow> byItem =
                rows.stream().collect(Collectors.toMap(CounterRow::key, row -> row));
        Map<CounterRow, CounterValues> present = new HashMap<>();
        read(byItem.keySet(), consistency)
                .forEach(
                        (at, item) ->
                                present.put(
                                        requireNonNull(byItem.get(at), "row is null"),
                                        ScoresItem.readValues(item)));
        return present;
    }

    private Map<Item, Item> read(Collection<Item> keys, Consistency consistency) {
        return BatchReads.read(dynamoDb, table, keys, consistency).stream()
                .collect(Collectors.toMap(ScoresWriter::keyOf, item -> item));
    }

    private static Item keyOf(Item item) {
        return Item.builder()
                .with(ScoresItem.SEGMENT, item.string(ScoresItem.SEGMENT))
                .with(ScoresItem.AT, item.string(ScoresItem.AT))
                .build();
    }

    private Result write(List<Change> changes, int shard, Consistency consistency) {
        Set<CounterRow> rows =
                changes.stream()
                        .flatMap(change -> change.rows(shard).stream())
                        .collect(Collectors.toSet());
        Fold fold = Fold.of(changes, shard, present(rows, consistency));
        List<TransactWriteItem> writes = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            writes.add(kept(changes.get(i), fold.kept().get(i)));
        }
        fold.changes().forEach((row, counters) -> writes.add(counters(row, counters, fold)));
        try {
            dynamoDb.transactWriteItems(transaction -> transaction.transactItems(writes));
            return new Result.Written();
        } catch (TransactionCanceledException e) {
            return refused(changes, writes.size(), e);
        }
    }

    private static Result refused(
            List<Change> changes, int writes, TransactionCanceledException cancelled) {
        Set<CountedKey> outrun = new HashSet<>();
        for (int i = 0; i < changes.size(); i++) {
            if (DynamoDb.conditionFailed(cancelled, i)) {
                outrun.add(changes.get(i).key());
            }
        }
        if (!outrun.isEmpty()) {
            return new Result.Outrun(outrun);
        }
        for (int i = changes.size(); i < writes; i++) {
            if (DynamoDb.conditionFailed(cancelled, i)) {
                return new Result.Outrun(Set.of());
            }
        }
        if (DynamoDb.conflicted(cancelled) || DynamoDb.throttled(cancelled)) {
            return new Result.Crowded();
        }
        throw cancelled;
    }

    private TransactWriteItem kept(Change change, Change.Kept kept) {
        Put.Builder put = Put.builder().tableName(table).item(ScoresItem.of(kept).attributes());
        change.before()
                .ifPresentOrElse(
                        before ->
                                put.conditionExpression("#version = :before")
                                        .expressionAttributeNames(
                                                Map.of("#version", ScoresItem.VERSION))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":before",
                                                        Item.value(before.counted().version()))),
                        () ->
                                put.conditionExpression("attribute_not_exists(#segment)")
                                        .expressionAttributeNames(
                                                Map.of("#segment", ScoresItem.SEGMENT)));
        return TransactWriteItem.builder().put(put.build()).build();
    }

    /**
     * Only who brings new values to a row must know exactly how many it has: nobody else can make
     * it too large.
     */
    private TransactWriteItem counters(
            CounterRow row, SortedMap<String, Long> counters, Fold fold) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        List<String> additions = new ArrayList<>();
        counters.forEach(
                (counter, difference) -> {
                    String place = Integer.toString(additions.size());
                    names.put("#" + place, counter);
                    values.put(":" + place, Item.value(difference));
                    additions.add("#" + place + " :" + place);
                });
        Update.Builder update = Update.builder().tableName(table).key(row.key().attributes());
        long added = fold.newValues(row, counters.keySet());
        if (added > 0) {
            long had = fold.present(row).number();
            names.put("#values", ScoresItem.NUMBER_OF_VALUES);
            values.put(":added", Item.value(added));
            additions.add("#values :added");
            if (had > 0) {
                values.put(":had", Item.value(had));
            }
            update.conditionExpression(
                    had > 0 ? "#values = :had" : "attribute_not_exists(#values)");
        }
        return TransactWriteItem.builder()
                .update(
                        update.updateExpression("ADD " + String.join(", ", additions))
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values)
                                .build())
                .build();
    }

    private static List<Change> concat(List<Change> first, List<Change> then) {
        List<Change> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("was interrupted", e);
        }
    }

    /** What became of a transaction. */
    private sealed interface Result {

        record Written() implements Result {}

        /** Others wrote what it was based on: these, or values of a row. Nothing was written. */
        record Outrun(Set<CountedKey> by) implements Result {}

        /** Others are at the same rows. Nothing was written. */
        record Crowded() implements Result {}
    }
}

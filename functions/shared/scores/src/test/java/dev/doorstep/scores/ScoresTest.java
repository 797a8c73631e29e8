package dev.doorstep.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.ForwardingDynamoDb;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ScoresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final String table = Tables.create("ScoresTable");
    private final Scores scores = new Scores(dynamoDb, table);

    @Test
    void countsMoreThanATransactionTakes() {
        List<Counted> many =
                IntStream.range(0, 250)
                        .mapToObj(i -> counted("A-" + i, 1, "" + i % 11, "dhl"))
                        .toList();

        assertThat(scores.count(many)).isEqualTo(250);
        assertThat(scores.count(many)).isZero();

        Map<String, Long> histogram = today("carrier").getOrDefault("dhl", Map.of());
        assertThat(histogram).hasSize(11);
        assertThat(histogram.values().stream().mapToLong(n -> n).sum()).isEqualTo(250);
        assertThat(rows("counts#delivery#carrier")).as("a quiet day has one row").hasSize(1);
    }

    @Test
    void goesOnThroughWhatIsBehindADayWhereItWasLeft() {
        List<Counted> many =
                IntStream.range(0, 60).mapToObj(i -> counted("A-" + i, 1, "9", "dhl")).toList();
        scores.count(many);
        List<String> all = ids(Optional.empty());

        assertThat(all).hasSize(60).doesNotHaveDuplicates();
        for (int place = 0; place < all.size(); place++) {
            assertThat(ids(Optional.of(all.get(place))))
                    .isEqualTo(all.subList(place + 1, all.size()));
        }
    }

    private List<String> ids(Optional<String> after) {
        return scores.behind("delivery", TODAY, after).map(Counted::id).toList();
    }

    @Test
    void passesOverVeryManyThatAreCounted() {
        List<Counted> many =
                IntStream.range(0, 1_400).mapToObj(i -> counted("A-" + i, 1, "9", "dhl")).toList();

        assertThat(scores.count(many)).isEqualTo(1_400);
        assertThat(scores.count(many)).isZero();
    }

    @Test
    void countsWhatIsNewAmongWhatIsCounted() {
        scores.count(List.of(counted("A-1", 1, "9", "dhl"), counted("A-2", 1, "9", "dhl")));

        int now =
                scores.count(
                        List.of(
                                counted("A-1", 1, "9", "dhl"),
                                counted("A-2", 2, "3", "dhl"),
                                counted("A-3", 1, "10", "ups")));

        assertThat(now).isEqualTo(2);
        assertThat(today("carrier"))
                .isEqualTo(Map.of("dhl", Map.of("9", 1L, "3", 1L), "ups", Map.of("10", 1L)));
    }

    @Test
    void remembersAVersionThatAddsTheSameAgainstAnOlderOneThatComesLate() {
        scores.count(List.of(counted("A-1", 1, "9", "dhl")));
        scores.count(List.of(counted("A-1", 3, "9", "dhl")));
        scores.count(List.of(counted("A-1", 2, "3", "dhl")));

        assertThat(today("all")).isEqualTo(Map.of("all", Map.of("9", 1L)));
    }

    @Test
    void leavesAloneWhatIsCountedUnderTheSameValues() {
        scores.count(List.of(counted("A-1", 1, "9", "dhl")));

        int now =
                scores.confirm(
                        List.of(
                                counted("A-1", 2, "9", "dhl"),
                                counted("A-2", 2, "9", "dhl"),
                                nothing("A-3", 2)));

        assertThat(now).isEqualTo(1);
        assertThat(today("all")).isEqualTo(Map.of("all", Map.of("9", 2L)));
        assertThat(scores.behind("delivery", TODAY))
                .extracting(Counted::version)
                .containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void makesUpForAVersionThatWasLost() {
        scores.count(List.of(counted("A-1", 1, "9", "dhl")));

        assertThat(scores.confirm(List.of(counted("A-1", 3, "3", "dhl")))).isEqualTo(1);
        assertThat(scores.confirm(List.of(counted("A-1", 2, "9", "dhl")))).isZero();

        assertThat(today("all")).isEqualTo(Map.of("all", Map.of("3", 1L)));
    }

    @Test
    void takesBackWhatAddsNothingAnyMore() {
        scores.count(List.of(counted("A-1", 1, "9", "dhl")));

        scores.count(List.of(nothing("A-1", 2)));
        assertThat(today("all")).isEmpty();
        assertThat(scores.behind("delivery", TODAY)).containsExactly(nothing("A-1", 2));

        scores.count(List.of(counted("A-1", 3, "8", "dhl")));
        assertThat(today("all")).isEqualTo(Map.of("all", Map.of("8", 1L)));
    }

    @Test
    void triesTheNextShardWhenOthersAreAtTheRows() {
        Scores crowded = new Scores(refusing(call -> call < 2, "TransactionConflict"), table);

        crowded.count(List.of(counted("A-1", 1, "9", "dhl")));
        scores.count(List.of(counted("A-2", 1, "9", "dhl")));

        assertThat(rows("counts#delivery#all"))
                .extracting(row -> row.string("at"))
                .containsExactly(TODAY + "#0", TODAY + "#2");
        assertThat(today("all")).isEqualTo(Map.of("all", Map.of("9", 2L)));
    }

    @Test
    void takesACountBackFromTheShardThatItLiesIn() {
        Scores crowded = new Scores(refusing(call -> call == 0, "TransactionConflict"), table);
        crowded.count(List.of(counted("A-1", 1, "9", "dhl")));

        scores.count(List.of(counted("A-1", 2, "3", "ups")));

        assertThat(today("all")).isEqualTo(Map.of("all", Map.of("3", 1L)));
        assertThat(today("carrier")).isEqualTo(Map.of("ups", Map.of("3", 1L)));
        assertThat(rows("counts#delivery#carrier"))
                .allSatisfy(
                        row ->
                                assertThat(ScoresItem.counters(row).values())
                                        .allMatch(number -> number >= 0));
    }

    @Test
    void waitsWhereAPartitionTakesNoMore() {
        Scores throttled = new Scores(refusing(call -> call < 3, "ThrottlingError"), table);

        assertThat(throttled.count(List.of(counted("A-1", 1, "9", "dhl")))).isEqualTo(1);
    }

    @Test
    void givesUpWhenOthersAreAtTheRowsAllTheTimeAndCountsNothing() {
        Scores crowded = new Scores(refusing(_ -> true, "TransactionConflict"), table);
        List<Counted> one = List.of(counted("A-1", 1, "9", "dhl"));

        assertThatThrownBy(() -> crowded.count(one)).isInstanceOf(Unavailable.class);

        assertThat(today("all")).isEmpty();
    }

    @Test
    void failsWithWhatIsNotAboutOthers() {
        Scores broken = new Scores(refusing(_ -> true, "ValidationError"), table);
        List<Counted> one = List.of(counted("A-1", 1, "9", "dhl"));

        assertThatThrownBy(() -> broken.count(one))
                .isInstanceOf(TransactionCanceledException.class);
    }

    @Test
    void neverLetsARowHaveMoreThanTwoHundredValues() {
        List<Counted> many =
                IntStream.range(0, 300)
                        .mapToObj(i -> counted("A-" + i, 1, "9", "carrier-" + i))
                        .toList();

        many.forEach(one -> scores.count(List.of(one)));
        many.forEach(one -> scores.count(List.of(one)));

        Map<String, Map<String, Long>> carriers = today("carrier");
        assertThat(carriers).hasSize(200);
        assertThat(carriers.get("other")).isEqualTo(Map.of("9", 101L));
        assertThat(rows("counts#delivery#carrier"))
                .allSatisfy(row -> assertThat(row.number("values")).isEqualTo(200));
    }

    @Test
    void takesBackFromOtherValuesWhatWasCountedThere() {
        List<Counted> many =
                IntStream.range(0, 201)
                        .mapToObj(i -> counted("A-" + i, 1, "9", "carrier-" + i))
                        .toList();
        many.forEach(one -> scores.count(List.of(one)));

        scores.count(List.of(counted("A-200", 2, "3", "carrier-200")));

        assertThat(today("carrier").get("other")).isEqualTo(Map.of("9", 1L, "3", 1L));
        assertThat(today("all")).isEqualTo(Map.of("all", Map.of("9", 200L, "3", 1L)));
    }

    @Test
    void countsARowOfVeryManyCountersInSeveralSteps() {
        List<Counted> many =
                IntStream.range(0, 80)
                        .mapToObj(
                                i ->
                                        counted(
                                                "A-" + i,
                                                1,
                                                "" + i % 11,
                                                IntStream.range(i, i + 20)
                                                        .mapToObj(g -> "group-" + g)
                                                        .toArray(String[]::new)))
                        .toList();

        assertThat(scores.count(many)).isEqualTo(80);

        long sum =
                today("carrier").values().stream()
                        .flatMap(of -> of.values().stream())
                        .mapToLong(n -> n)
                        .sum();
        assertThat(sum).isEqualTo(1600);
    }

    @Test
    void countsOnceWhenManyCountTheSameAtOnce() throws Exception {
        List<Counted> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(counted("A-" + i, 1, "9", "carrier-" + i % 7));
            all.add(counted("A-" + i, 2, "3", "carrier-" + i % 5));
        }

        inParallel(4, seed -> countInBatches(all, new Random(seed)));

        assertThat(today("all")).isEqualTo(Map.of("all", Map.of("3", 60L)));
        assertThat(today("carrier")).hasSize(5);
        assertThat(rows("counts#delivery#carrier"))
                .allSatisfy(
                        row ->
                                assertThat(row.number("values"))
                                        .isEqualTo(ScoresItem.readValues(row).values().size()));
    }

    @Test
    void readsTheDaysThatAreAskedForInTheirOrder() {
        LocalDate first = LocalDate.parse("2026-11-09");
        List<Counted> days =
                Stream.iterate(first, day -> day.plusDays(1))
                        .limit(5)
                        .map(day -> counted(day, "A-" + day, 1, "9", "dhl"))
                        .toList();
        scores.count(days);

        assertThat(scores.read("delivery", "all", first.plusDays(1), first.plusDays(3)))
                .extracting(DayCounts::day)
                .containsExactly(first.plusDays(1), first.plusDays(2), first.plusDays(3));
        assertThat(scores.read("return", "all", first, first.plusDays(9))).isEmpty();
        assertThat(scores.read("delivery", "all", first.plusDays(9), first.plusDays(10))).isEmpty();
        assertThat(scores.read("delivery", "all", first.plusDays(3), first)).isEmpty();
    }

    private void countInBatches(List<Counted> all, Random random) {
        List<Counted> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        for (int from = 0; from < shuffled.size(); from += 20) {
            List<Counted> batch = shuffled.subList(from, Math.min(from + 20, shuffled.size()));
            boolean done = false;
            while (!done) {
                done = tried(batch);
            }
        }
    }

    /** What the stream's poller does: it comes again. */
    private boolean tried(List<Counted> batch) {
        try {
            scores.count(batch);
            return true;
        } catch (Unavailable _) {
            return false;
        }
    }

    private static void inParallel(int threads, IntConsumer work) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Boolean>> calls =
                    IntStream.range(0, threads)
                            .<Callable<Boolean>>mapToObj(
                                    seed ->
                                            () -> {
                                                work.accept(seed);
                                                return true;
                                            })
                            .toList();
            for (Future<Boolean> call : pool.invokeAll(calls)) {
                assertThat(call.get()).isTrue();
            }
        }
    }

    private Map<String, Map<String, Long>> today(String dimension) {
        return scores.read("delivery", dimension, TODAY, TODAY).stream()
                .findFirst()
                .map(DayCounts::byValue)
                .orElse(Map.of());
    }

    private List<Item> rows(String segment) {
        return dynamoDb
                .query(
                        query ->
                                query.tableName(table)
                                        .keyConditionExpression("#segment = :segment")
                                        .expressionAttributeNames(Map.of("#segment", "segment"))
                                        .expressionAttributeValues(
                                                Map.of(":segment", Item.value(segment))))
                .items()
                .stream()
                .map(Item::new)
                .toList();
    }

    private static Counted nothing(String id, long version) {
        return new Counted(
                "delivery", TODAY, id + "~delivery", version, Tally.nothing("delivery", TODAY));
    }

    private static Counted counted(String id, long version, String counter, String... carriers) {
        return counted(TODAY, id, version, counter, carriers);
    }

    private static Counted counted(
            LocalDate day, String id, long version, String counter, String... carriers) {
        Tally tally =
                new Tally(
                        "delivery",
                        day,
                        counter,
                        new TreeMap<>(Map.of("all", Set.of("all"), "carrier", Set.of(carriers))));
        return new Counted("delivery", day, id + "~delivery", version, tally);
    }

    /** The table, where some of the transactions are refused for the sake of their last write. */
    private DynamoDbClient refusing(IntPredicate calls, String code) {
        return new DynamoDbClientThatRefuses(dynamoDb, calls, code);
    }

    private static final class DynamoDbClientThatRefuses extends ForwardingDynamoDb {
        private final IntPredicate refused;
        private final String code;
        private int calls;

        DynamoDbClientThatRefuses(DynamoDbClient real, IntPredicate refused, String code) {
            super(real);
            this.refused = refused;
            this.code = code;
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (!refused.test(calls++)) {
                return super.transactWriteItems(request);
            }
            int writes = request.transactItems().size();
            throw TransactionCanceledException.builder()
                    .cancellationReasons(
                            IntStream.range(0, writes)
                                    .mapToObj(
                                            i ->
                                                    CancellationReason.builder()
                                                            .code(i == writes - 1 ? code : "None")
                                                            .build())
                                    .toList())
                    .build();
        }
    }
}

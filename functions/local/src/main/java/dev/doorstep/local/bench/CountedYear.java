package dev.doorstep.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.lambda.Json;
import dev.doorstep.local.BatchWrites;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.Scores;
import dev.doorstep.scores.Tally;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A year of replies that were counted: ten thousand about returns, and a thousand times as many
 * about exchanges, which say the same.
 */
final class CountedYear {
    static final int REPLIES = 10_000;
    static final int TIMES = 1_000;
    static final String FEW = "return";
    static final String MANY = "exchange";

    private static final int DAYS = 365;
    private static final int AT_A_TIME = 500;
    private static final List<String> CARRIERS = List.of("dhl", "ups", "gls", "dpd", "hermes");
    private static final List<String> REASONS = List.of("returns", "late", "information", "refund");

    private final LocalRunner runner;
    private final Random random = new Random(REPLIES);
    private final LocalDate last = LocalDate.now(ZoneOffset.UTC).minusDays(2);
    private boolean isThere;

    CountedYear(LocalRunner runner) {
        this.runner = runner;
    }

    /** What asks for the report of the year. */
    byte[] asked(String sample, String touchpoint) {
        if (!isThere) {
            count();
            multiply();
            isThere = true;
        }
        Map<String, Object> request = new LinkedHashMap<>(Json.parseObject(sample).members());
        request.put(
                "queryStringParameters",
                Map.of(
                        "touchpoint",
                        touchpoint,
                        "from",
                        last.minusDays(DAYS - 1L).toString(),
                        "to",
                        last.toString(),
                        "by",
                        "carrier"));
        return Json.write(request).getBytes(UTF_8);
    }

    private void count() {
        Scores scores = new Scores(runner.dynamoDb(), LocalRunner.tableName("ScoresTable"));
        List<Counted> all = new ArrayList<>();
        for (int number = 0; number < REPLIES; number++) {
            all.add(reply(number, last.minusDays(number * (long) DAYS / REPLIES)));
        }
        for (int from = 0; from < all.size(); from += AT_A_TIME) {
            scores.count(all.subList(from, Math.min(all.size(), from + AT_A_TIME)));
        }
    }

    private Counted reply(int number, LocalDate day) {
        Map<String, Set<String>> values = new TreeMap<>();
        values.put("all", Set.of("all"));
        values.put("carrier", Set.of(CARRIERS.get(random.nextInt(CARRIERS.size()))));
        values.put("sent-on", Set.of(day.minusDays(random.nextInt(5)).toString()));
        int score = 1 + random.nextInt(7);
        if (score < 4) {
            values.put("reason", Set.of(REASONS.get(random.nextInt(REASONS.size()))));
        }
        return new Counted(
                FEW,
                day,
                "Y-" + number + "~" + FEW,
                1,
                new Tally(FEW, day, Integer.toString(score), new TreeMap<>(values)));
    }

    /** The rows of a thousand times as many: counters that are larger, and no rows more. */
    private void multiply() {
        BatchWrites.put(
                runner.dynamoDb(),
                LocalRunner.tableName("ScoresTable"),
                runner.items("ScoresTable").stream()
                        .filter(row -> segment(row).startsWith("counts#" + FEW + "#"))
                        .map(CountedYear::multiplied));
    }

    private static Map<String, AttributeValue> multiplied(Map<String, AttributeValue> row) {
        Map<String, AttributeValue> copy = new LinkedHashMap<>();
        row.forEach(
                (name, value) ->
                        copy.put(
                                name,
                                name.contains("#")
                                        ? AttributeValue.fromN(
                                                Long.toString(Long.parseLong(value.n()) * TIMES))
                                        : value));
        copy.put(
                "segment",
                AttributeValue.fromS(segment(row).replace("#" + FEW + "#", "#" + MANY + "#")));
        return copy;
    }

    private static String segment(Map<String, AttributeValue> row) {
        return new Item(row).string("segment");
    }
}

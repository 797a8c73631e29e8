package dev.doorstep.local.imports;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Made-up replies as another system would export them: most answered once, some changed, rows in no
 * order, comments of all kinds. The same for the same seed.
 *
 * @param rows the file's, without the header
 * @param counts of each score that a reply has in the end, by metric
 */
record MadeUpReplies(List<String> rows, Map<Metric, Map<Integer, Long>> counts) {
    private static final String PLAIN_HEADER =
            "order_id;touchpoint;metric;score;answered_at;changed_at;comment;reasons";
    private static final String DELIGHTED_HEADER =
            "Response ID,Survey Type,Score,Comment,Created At,Updated At,Email";
    private static final List<String> COMMENTS =
            List.of(
                    "",
                    "Schnell und freundlich",
                    "\"He said: \"\"later\"\"\"",
                    "\"two\r\nlines, and a comma; and more\"",
                    "=HYPERLINK(A1)",
                    "très bien — merci 🙂");
    private static final List<Metric> METRICS = List.of(Metric.values());
    private static final List<Touchpoint> TOUCHPOINTS = List.of(Touchpoint.values());
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final double CHANGED = 0.05;

    static MadeUpReplies plain(int count, long seed) {
        return of(count, new Random(seed), MadeUpReplies::plainRow);
    }

    static MadeUpReplies delighted(int count, long seed) {
        return of(count, new Random(seed), MadeUpReplies::delightedRow);
    }

    String plainFile() {
        return PLAIN_HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n";
    }

    String delightedFile() {
        return DELIGHTED_HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    private static MadeUpReplies of(int count, Random random, Writer writer) {
        List<String> rows = new ArrayList<>();
        Map<Metric, Map<Integer, Long>> counts = new EnumMap<>(Metric.class);
        for (int number = 0; number < count; number++) {
            Metric metric = METRICS.get(random.nextInt(METRICS.size()));
            Instant answeredAt = FIRST.plus(Duration.ofMinutes(random.nextInt(700_000)));
            Instant changedAt = answeredAt;
            int score = score(metric, random);
            rows.add(writer.row(number, metric, score, answeredAt, changedAt, comment(random)));
            while (random.nextDouble() < CHANGED) {
                changedAt = changedAt.plus(Duration.ofHours(1 + random.nextInt(100)));
                score = score(metric, random);
                rows.add(writer.row(number, metric, score, answeredAt, changedAt, comment(random)));
            }
            counts.computeIfAbsent(metric, _ -> new TreeMap<>()).merge(score, 1L, Long::sum);
        }
        Collections.shuffle(rows, random);
        return new MadeUpReplies(rows, counts);
    }

    private static int score(Metric metric, Random random) {
        return metric.scores().get(random.nextInt(metric.scores().size()));
    }

    private static String comment(Random random) {
        return COMMENTS.get(random.nextInt(COMMENTS.size()));
    }

    private static String plainRow(
            int number,
            Metric metric,
            int score,
            Instant answeredAt,
            Instant changedAt,
            String comment) {
        Touchpoint touchpoint = TOUCHPOINTS.get(number % TOUCHPOINTS.size());
        return String.join(
                ";",
                "B-" + number,
                touchpoint.id(),
                metric.name(),
                Integer.toString(score),
                answeredAt.toString(),
                changedAt.equals(answeredAt) ? "" : changedAt.toString(),
                comment,
                number % 3 == 0 ? "late|price" : "");
    }

    /** Delighted's scales of effort are told apart nowhere: these have seven points. */
    private static String delightedRow(
            int number,
            Metric metric,
            int score,
            Instant answeredAt,
            Instant changedAt,
            String comment) {
        return String.join(
                ",",
                Integer.toString(70_000 + number),
                metric.name(),
                Integer.toString(score),
                comment,
                Long.toString(answeredAt.getEpochSecond()),
                changedAt.equals(answeredAt) ? "" : Long.toString(changedAt.getEpochSecond()),
                "customer-" + number + "@customer.example");
    }

    private interface Writer {
        String row(
                int number,
                Metric metric,
                int score,
                Instant answeredAt,
                Instant changedAt,
                String comment);
    }
}

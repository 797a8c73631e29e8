package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Figure;
import dev.doorstep.figures.Histogram;
import dev.doorstep.programme.Metric;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How many replies said what.
 *
 * @param scores of the replies that count
 * @param suspects that look automated, and are in no figure
 * @param unscored of which nobody knows a score
 * @param notReceived whose parcel had not come
 */
record Counts(Histogram scores, long suspects, long unscored, long notReceived) {
    private static final Pattern SCORE = Pattern.compile("\\d{1,2}");

    Counts {
        requireNonNull(scores, "scores is null");
    }

    static Counts none(Metric metric) {
        return new Counts(Histogram.empty(metric), 0, 0, 0);
    }

    /** What the counters of one value say; what is no score of this metric is left out. */
    static Counts of(Metric metric, Map<String, Long> counters) {
        return new Counts(
                Histogram.of(metric, scores(metric, counters)),
                counters.getOrDefault(ReplyTally.SUSPECT, 0L),
                counters.getOrDefault(ReplyTally.UNSCORED, 0L),
                counters.getOrDefault(ReplyTally.NOT_RECEIVED, 0L));
    }

    Counts plus(Counts other) {
        return new Counts(
                scores.plus(other.scores),
                suspects + other.suspects,
                unscored + other.unscored,
                notReceived + other.notReceived);
    }

    /** All but those that look automated. */
    long thatCount() {
        return scores.replies() + unscored + notReceived;
    }

    /** Absent of no replies. */
    Optional<Figure> figure() {
        return Figure.of(scores);
    }

    /** Whether a counter is of a score, whatever the metric. */
    static boolean isScore(String counter) {
        return SCORE.matcher(counter).matches();
    }

    private static Map<Integer, Long> scores(Metric metric, Map<String, Long> counters) {
        return counters.entrySet().stream()
                .filter(counter -> isScore(counter.getKey()))
                .filter(counter -> metric.allows(Integer.parseInt(counter.getKey())))
                .collect(
                        Collectors.toMap(
                                counter -> Integer.parseInt(counter.getKey()),
                                Map.Entry::getValue,
                                Long::sum));
    }
}

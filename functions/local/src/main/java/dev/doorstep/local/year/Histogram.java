package dev.doorstep.local.year;

import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Reply;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many replies said what.
 *
 * @param counts by touchpoint, and by score or what there is instead of one
 */
record Histogram(SortedMap<String, SortedMap<String, Long>> counts) {
    static final Histogram NOTHING = new Histogram(Collections.emptySortedMap());

    Histogram {
        SortedMap<String, SortedMap<String, Long>> copy = new TreeMap<>();
        counts.forEach(
                (name, of) -> copy.put(name, Collections.unmodifiableSortedMap(new TreeMap<>(of))));
        counts = Collections.unmodifiableSortedMap(copy);
    }

    static Histogram of(Collection<Reply> replies) {
        SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>();
        for (Reply reply : replies) {
            counts.computeIfAbsent(reply.survey().touchpoint().id(), _ -> new TreeMap<>())
                    .merge(counter(reply), 1L, Long::sum);
        }
        return new Histogram(counts);
    }

    private static String counter(Reply reply) {
        if (!reply.counts()) {
            return "suspect";
        }
        return switch (reply.answer()) {
            case Answer.Score score -> Integer.toString(score.value());
            case Answer.NotReceived _ -> "not-received";
            case Answer.Unscored _ -> "unscored";
        };
    }

    /** How many in all. */
    long replies() {
        return counts.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .mapToLong(Long::longValue)
                .sum();
    }
}

package dev.doorstep.local.imports;

import dev.doorstep.programme.Metric;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many replies there are of each score, by metric. */
final class Figures {
    private final Map<Metric, Map<Integer, Long>> counts = new EnumMap<>(Metric.class);

    void count(Metric metric, int score) {
        counts.computeIfAbsent(metric, _ -> new TreeMap<>()).merge(score, 1L, Long::sum);
    }

    Map<Metric, Map<Integer, Long>> counts() {
        return counts;
    }

    /** A line for each metric, with each score of its scale. */
    String text() {
        return counts.keySet().stream().map(this::text).collect(Collectors.joining("\n"));
    }

    private String text(Metric metric) {
        Map<Integer, Long> scores = counts.getOrDefault(metric, Map.of());
        long all = scores.values().stream().mapToLong(Long::longValue).sum();
        return "%-4s %,9d  %s"
                .formatted(
                        metric,
                        all,
                        metric.scores().stream()
                                .map(s -> "%d: %,d".formatted(s, scores.getOrDefault(s, 0L)))
                                .collect(Collectors.joining("   ")));
    }
}

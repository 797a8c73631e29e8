package dev.doorstep.local.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What was seen while the load lasted, as a table. */
final class Report {
    private Report() {}

    /**
     * @param deepest the most that waited at a time, by where
     * @param within the time in which the orders came
     */
    static String of(Heat heat, Map<String, Integer> deepest, Duration within) {
        StringBuilder report = new StringBuilder();
        List<Duration> waits = heat.between("RepliesTable", "FollowUpsTable");
        report.append(
                "%nfrom reply to follow-up, ms: p50 %,d, p99 %,d of %,d%n"
                        .formatted(quantile(waits, 0.5), quantile(waits, 0.99), waits.size()));
        report.append("%ndeepest backlog%n".formatted());
        deepest.forEach((where, most) -> report.append("  %-24s %,8d%n".formatted(where, most)));
        report.append(
                """

                write units a second, had every function kept up with the orders; a partition takes %,d
                                             all      keys   hottest partition   hottest key
                """
                        .formatted(Partitions.LIMIT));
        Partitions.of(heat.writes(), within)
                .forEach(
                        (table, load) ->
                                report.append(
                                        "  %-24s %,10.0f %,9d %19.1f %13.1f%n"
                                                .formatted(
                                                        table,
                                                        load.units(),
                                                        load.keys(),
                                                        load.hottestPartition(),
                                                        load.hottestKey())));
        return report.toString();
    }

    /**
     * By nearest rank, in milliseconds; nothing of nothing.
     *
     * @param sorted from short to long
     */
    private static long quantile(List<Duration> sorted, double share) {
        return sorted.stream()
                .skip((long) Math.ceil(share * sorted.size()) - 1)
                .findFirst()
                .map(Duration::toMillis)
                .orElse(0L);
    }
}

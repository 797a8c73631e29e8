package dev.doorstep.lambda;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts business events in CloudWatch's embedded metric format: a log line that CloudWatch turns
 * into a metric of the namespace {@code Doorstep}, without a call. Source: CloudWatch embedded
 * metric format specification, version 0.
 */
public final class Metrics {

    private static final PrintStream OUT = System.out;

    private Metrics() {}

    /** Counts one event of this name. */
    public static void count(String name) {
        count(name, 1);
    }

    /** Counts so many events of this name. */
    public static void count(String name, long number) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(
                "_aws",
                Map.of(
                        "Timestamp",
                        System.currentTimeMillis(),
                        "CloudWatchMetrics",
                        List.of(
                                Map.of(
                                        "Namespace", "Doorstep",
                                        "Dimensions", List.of(List.of()),
                                        "Metrics",
                                                List.of(Map.of("Name", name, "Unit", "Count"))))));
        line.put(name, number);
        OUT.println(Json.write(line));
    }
}

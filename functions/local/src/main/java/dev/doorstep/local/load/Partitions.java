package dev.doorstep.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the partitions of one table or index would have taken if every function had kept up with the
 * orders. A new table on demand takes 4,000 write units a second, a partition {@value #LIMIT}: it
 * has {@value #OF_A_NEW_TABLE} of them, over which keys are spread by their hash. Source: Amazon
 * DynamoDB Developer Guide, on on-demand capacity and on partition keys.
 */
final class Partitions {
    /** Write units that one partition takes in a second. */
    static final int LIMIT = 1_000;

    private static final int OF_A_NEW_TABLE = 4;

    private final Map<Integer, Map<String, Double>> bySecond = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private double units;

    private Partitions() {}

    /**
     * Spreads each function's writes, in the order in which they were made, evenly over the time in
     * which the orders came.
     *
     * @return by table or index
     */
    static SortedMap<String, Partitions> of(List<Heat.Write> writes, Duration within) {
        Map<String, Integer> ofFunction = new HashMap<>();
        writes.forEach(write -> ofFunction.merge(write.function(), 1, Integer::sum));
        Map<String, Integer> made = new HashMap<>();
        SortedMap<String, Partitions> tables = new TreeMap<>();
        for (Heat.Write write : writes) {
            int number = made.merge(write.function(), 1, Integer::sum);
            long second =
                    (number - 1)
                            * within.toSeconds()
                            / ofFunction.getOrDefault(write.function(), number);
            tables.computeIfAbsent(write.consumed().where(), _ -> new Partitions())
                    .add((int) second, write.consumed().partition(), write.consumed().units());
        }
        return tables;
    }

    /** Write units in all. */
    double units() {
        return units;
    }

    /** How many partition keys were written. */
    int keys() {
        return keys.size();
    }

    /** Write units in the worst second of the hottest partition of a new table. */
    double hottestPartition() {
        return bySecond.values().stream().mapToDouble(Partitions::hottestPartition).max().orElse(0);
    }

    /** Write units in the worst second of the hottest key: more partitions do not spread it. */
    double hottestKey() {
        return bySecond.values().stream()
                .flatMap(second -> second.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private void add(int second, String key, double consumed) {
        bySecond.computeIfAbsent(second, _ -> new HashMap<>()).merge(key, consumed, Double::sum);
        keys.add(key);
        units += consumed;
    }

    private static double hottestPartition(Map<String, Double> byKey) {
        double[] partitions = new double[OF_A_NEW_TABLE];
        byKey.forEach((key, consumed) -> partitions[partition(key)] += consumed);
        return Arrays.stream(partitions).max().orElse(0);
    }

    private static int partition(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
            return Math.floorMod(hash[0], OF_A_NEW_TABLE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.doorstep.local.bench;

import java.util.Arrays;
import java.util.List;

/** Of times in milliseconds. */
record Statistics(double median, double p99) {

    /**
     * @param nanos at least one
     */
    static Statistics of(List<Long> nanos) {
        double[] sorted = nanos.stream().mapToDouble(n -> n / 1e6).sorted().toArray();
        return new Statistics(quantile(sorted, 0.5), quantile(sorted, 0.99));
    }

    /** By nearest rank. */
    private static double quantile(double[] sorted, double share) {
        return Arrays.stream(sorted)
                .skip((long) Math.ceil(share * sorted.length) - 1)
                .findFirst()
                .orElseThrow();
    }
}

package dev.doorstep.local.year;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** What is left to chance; the same for the same seed. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** True as often as this share says. */
    boolean in(double share) {
        return random.nextDouble() < share;
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** Around 0, with a standard deviation of 1. */
    double around() {
        return random.nextGaussian();
    }

    /** Half of them are shorter than the median; some are a lot longer. */
    Duration about(Duration median, double spread) {
        return Duration.ofSeconds(
                Math.round(median.toSeconds() * Math.exp(spread * random.nextGaussian())));
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Each as often as its weight says. */
    <T> T of(List<T> all, ToDoubleFunction<T> weight) {
        double left = random.nextDouble() * all.stream().mapToDouble(weight).sum();
        for (T each : all) {
            left -= weight.applyAsDouble(each);
            if (left < 0) {
                return each;
            }
        }
        return all.getLast();
    }

    /** So many hexadecimal digits, as ids and hashes have them. */
    String digits(int number) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < number; i++) {
            digits.append(Character.forDigit(random.nextInt(16), 16));
        }
        return digits.toString();
    }
}

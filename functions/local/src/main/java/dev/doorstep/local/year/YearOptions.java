package dev.doorstep.local.year;

import dev.doorstep.lambda.Rejected;

import java.util.Arrays;

/**
 * Which year is made up.
 *
 * @param seed the same makes the same year
 * @param orders how many; about a quarter of them get an answer
 */
record YearOptions(long seed, int orders) {
    private static final String SEED = "seed=";
    private static final String ORDERS = "orders=";
    private static final long USUAL_SEED = 1;
    private static final long USUAL_ORDERS = 4_000;
    private static final int MOST_ORDERS = 50_000;

    YearOptions {
        if (orders < 1 || orders > MOST_ORDERS) {
            throw new Rejected("/orders", "must be from 1 to " + MOST_ORDERS);
        }
    }

    /**
     * Reads arguments of the form {@code name=value}; those without a value are as if absent.
     *
     * @throws Rejected if one is wrong; names it
     */
    static YearOptions of(String[] arguments) {
        long orders = number(arguments, ORDERS, USUAL_ORDERS);
        return new YearOptions(
                number(arguments, SEED, USUAL_SEED),
                Math.clamp(orders, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    /** The arguments that say nothing of the year. */
    static String[] others(String[] arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> !argument.startsWith(SEED) && !argument.startsWith(ORDERS))
                .toArray(String[]::new);
    }

    private static long number(String[] arguments, String start, long usual) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(start))
                .map(argument -> argument.substring(start.length()).strip())
                .filter(value -> !value.isEmpty())
                .map(value -> number(value, start))
                .findFirst()
                .orElse(usual);
    }

    private static long number(String value, String start) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException _) {
            throw new Rejected("/" + start.substring(0, start.length() - 1), "is no whole number");
        }
    }
}

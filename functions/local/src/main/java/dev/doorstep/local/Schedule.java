package dev.doorstep.local;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A schedule of the form {@code rate(1 minute)}; here it may also count in seconds. */
record Schedule(Duration every) {
    private static final Pattern RATE =
            Pattern.compile("rate\\((\\d+) (second|minute|hour|day)s?\\)");

    /** Whether nobody waits here for its time to come. */
    boolean isRare() {
        return every.compareTo(Duration.ofHours(1)) >= 0;
    }

    /** From the start of the machine to the first time. */
    Duration first() {
        return isRare() ? every : Duration.ZERO;
    }

    /**
     * @throws IllegalArgumentException for any other form
     */
    static Schedule parse(String expression) {
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            throw new IllegalArgumentException(
                    expression + " is not known on this machine: use rate(…)");
        }
        long number = Long.parseLong(rate.group(1));
        return new Schedule(
                switch (rate.group(2)) {
                    case "second" -> Duration.ofSeconds(number);
                    case "minute" -> Duration.ofMinutes(number);
                    case "hour" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }
}

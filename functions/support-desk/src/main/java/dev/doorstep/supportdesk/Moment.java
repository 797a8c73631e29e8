package dev.doorstep.supportdesk;

import dev.doorstep.texts.Texts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A time as the desk shows it.
 *
 * @param iso for machines
 * @param support by support's clock
 * @param customer by the customer's clock, where that shows another time
 */
public record Moment(String iso, String support, Optional<String> customer) {
    private static final int MINUTES_PER_HOUR = 60;
    private static final int HOURS_PER_DAY = 24;

    static Moment of(Instant at, ZoneId zone, Texts texts) {
        return new Moment(at.toString(), text(at, zone, texts), Optional.empty());
    }

    static Moment of(Instant at, ZoneId zone, ZoneId customer, Texts texts) {
        boolean isSame = zone.getRules().getOffset(at).equals(customer.getRules().getOffset(at));
        return new Moment(
                at.toString(),
                text(at, zone, texts),
                isSame ? Optional.empty() : Optional.of(theirs(at, zone, customer, texts)));
    }

    /** The day is said once, where both have the same. */
    private static String theirs(Instant at, ZoneId zone, ZoneId customer, Texts texts) {
        boolean isSameDay = at.atZone(zone).toLocalDate().equals(at.atZone(customer).toLocalDate());
        String pattern = isSameDay ? "time.pattern.hour" : "time.pattern";
        return text(at, customer, pattern, texts);
    }

    /** A length of time in words, to the minute. */
    static String words(Duration time, Texts texts) {
        long minutes = time.abs().toMinutes();
        long hours = minutes / MINUTES_PER_HOUR;
        if (hours == 0) {
            return texts.text("time.minutes", minutes);
        }
        return hours < 2 * HOURS_PER_DAY
                ? texts.text("time.hours", hours, minutes % MINUTES_PER_HOUR)
                : texts.text("time.days", hours / HOURS_PER_DAY, hours % HOURS_PER_DAY);
    }

    private static String text(Instant at, ZoneId zone, Texts texts) {
        return text(at, zone, "time.pattern", texts);
    }

    private static String text(Instant at, ZoneId zone, String pattern, Texts texts) {
        return DateTimeFormatter.ofPattern(texts.text(pattern), texts.locale())
                .format(at.atZone(zone));
    }
}

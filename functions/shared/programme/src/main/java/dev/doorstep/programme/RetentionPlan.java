package dev.doorstep.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * For how long it is kept who customers are, and what they wrote.
 *
 * @param keepFor from the last thing that happened; whole days are those of the calendar
 */
public record RetentionPlan(Duration keepFor) {

    public RetentionPlan {
        if (!keepFor.isPositive()) {
            throw new IllegalArgumentException("is not positive");
        }
    }

    /**
     * The moment before which everything is to go that happened last. Where whole days are kept it
     * is when a day begins, so that what happened on one day goes on one day.
     */
    public Instant keptFrom(Instant now, ZoneId zone) {
        Duration days = Duration.ofDays(keepFor.toDays());
        return days.equals(keepFor)
                ? LocalDate.ofInstant(now, zone)
                        .minusDays(days.toDays())
                        .atStartOfDay(zone)
                        .toInstant()
                : now.minus(keepFor);
    }
}

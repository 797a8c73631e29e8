package dev.doorstep.programme;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The part of the customer's day in which mails may be sent: from {@code from} on, before {@code
 * until}. The whole day is written {@code 00:00-24:00}.
 */
public record SendingHours(LocalTime from, Duration length) {

    private static final Duration DAY = Duration.ofDays(1);

    public SendingHours {
        requireNonNull(from, "from is null");
        if (!length.isPositive()
                || Duration.between(LocalTime.MIN, from).plus(length).compareTo(DAY) > 0) {
            throw new IllegalArgumentException(
                    "sending hours must end after they begin, on the same day");
        }
    }

    /**
     * Reads {@code 09:00-20:00}.
     *
     * @throws IllegalArgumentException if it is not two times, the second after the first
     */
    public static SendingHours parse(String hours) {
        String[] ends = hours.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("sending hours must look like 09:00-20:00");
        }
        LocalTime from = LocalTime.parse(ends[0].strip());
        return new SendingHours(
                from, sinceMidnight(ends[1].strip()).minus(sinceMidnight(ends[0].strip())));
    }

    /** The given moment if mails may be sent then, else the next moment at which they may. */
    public Instant next(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        if (allows(local.toLocalTime())) {
            return moment;
        }
        ZonedDateTime today = local.toLocalDate().atTime(from).atZone(zone);
        return today.isAfter(local)
                ? today.toInstant()
                : local.toLocalDate().plusDays(1).atTime(from).atZone(zone).toInstant();
    }

    private boolean allows(LocalTime time) {
        Duration since = Duration.between(from, time);
        return !since.isNegative() && since.compareTo(length) < 0;
    }

    private static Duration sinceMidnight(String time) {
        return time.equals("24:00") ? DAY : Duration.between(LocalTime.MIN, LocalTime.parse(time));
    }
}

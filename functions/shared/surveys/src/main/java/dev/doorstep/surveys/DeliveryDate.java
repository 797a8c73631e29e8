package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * By when a parcel is to arrive.
 *
 * @param at the last moment of it
 * @param day where only a day was said; its end is the customer's
 */
public record DeliveryDate(Instant at, Optional<LocalDate> day) {

    public DeliveryDate {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(day, "day is null");
    }

    /** What an event promises, to a customer in this zone. */
    static Optional<DeliveryDate> promised(OrderData data, ZoneId zone) {
        return data.promisedOn()
                .map(day -> new DeliveryDate(endOf(day, zone), Optional.of(day)))
                .or(() -> data.promisedAt().map(at -> new DeliveryDate(at, Optional.empty())));
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.MAX).atZone(zone).toInstant();
    }

    /** Tells days from each other, and times to the minute; the same in each time zone. */
    public int number() {
        return Math.toIntExact(
                day.map(LocalDate::toEpochDay)
                        .orElseGet(() -> Duration.between(Instant.EPOCH, at).toMinutes()));
    }

    boolean isSameAs(DeliveryDate other) {
        return number() == other.number();
    }
}

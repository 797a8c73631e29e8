package dev.doorstep.followups;

import dev.doorstep.programme.Support;
import dev.doorstep.replies.Attention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * By when a person will be in touch: so much working time after the need arose. Only support's
 * hours count, on the days on which it works, by the clock of its time zone.
 */
public final class Promises {
    private static final int MOST_DAYS = 3660;

    private Promises() {}

    /**
     * The moment at which the working time of the promise has passed.
     *
     * @throws IllegalStateException if support works too little to keep it in ten years
     */
    public static Instant promisedAt(Attention attention, Support support) {
        Duration left =
                switch (attention.severity()) {
                    case NORMAL -> support.normalPromise();
                    case URGENT -> support.urgentPromise();
                };
        return afterWork(attention.since(), left, support);
    }

    private static Instant afterWork(Instant since, Duration work, Support support) {
        Duration left = work;
        LocalDate day = since.atZone(support.zone()).toLocalDate();
        for (int days = 0; days < MOST_DAYS; days++, day = day.plusDays(1)) {
            Optional<Shift> shift = shift(day, support).flatMap(s -> s.from(since));
            if (shift.isPresent()) {
                Duration length = shift.get().length();
                if (left.compareTo(length) <= 0) {
                    return shift.get().start().plus(left);
                }
                left = left.minus(length);
            }
        }
        throw new IllegalStateException("support works too little to keep its promises");
    }

    private static Optional<Shift> shift(LocalDate day, Support support) {
        if (support.holidays().contains(day)) {
            return Optional.empty();
        }
        return Optional.ofNullable(support.hours().get(day.getDayOfWeek()))
                .map(hours -> Shift.of(day, hours, support));
    }

    /** The working time of one day, as it passes on the clock of the world. */
    private record Shift(Instant start, Instant end) {

        static Shift of(LocalDate day, Support.Hours hours, Support support) {
            ZonedDateTime start = day.atTime(hours.from()).atZone(support.zone());
            ZonedDateTime end = day.atTime(hours.until()).atZone(support.zone());
            return new Shift(start.toInstant(), end.toInstant());
        }

        /** What is left of it from this moment on. */
        Optional<Shift> from(Instant moment) {
            Instant later = moment.isAfter(start) ? moment : start;
            return later.isBefore(end) ? Optional.of(new Shift(later, end)) : Optional.empty();
        }

        Duration length() {
            return Duration.between(start, end);
        }
    }
}

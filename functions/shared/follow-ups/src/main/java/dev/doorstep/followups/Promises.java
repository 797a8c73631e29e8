package dev.doorstep.followups;

import dev.doorstep.programme.Support;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Severity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * By when a person will be in touch, and when to warn that it has not happened. Only support's
 * hours count, on the days on which it works, by the clock of its time zone.
 */
public final class Promises {
    private static final int MOST_DAYS = 3660;
    private static final int WARN_AT_PERCENT = 75;
    private static final int PERCENT = 100;

    private Promises() {}

    /**
     * The promise to a customer: so much working time after the need arose. If that is over
     * already, because we hear of the need late, its time begins now.
     *
     * @throws IllegalStateException if support works too little to keep it in ten years
     */
    public static Promise promise(Attention attention, Support support, Instant now) {
        Duration work = work(attention.severity(), support);
        Promise promise = promise(attention.since(), work, support, now);
        return promise.by().isAfter(now) ? promise : promise(now, work, support, now);
    }

    /**
     * The promise that follows broken ones: its working time is that of an urgent one, twice as
     * long with each one more that was broken, up to that of a normal one or what is urgent,
     * whichever is longer. Who breaks the same promise again and again should promise less.
     *
     * @param broken how many were broken, from 1
     */
    public static Promise again(int broken, Support support, Instant now) {
        Duration most = longer(support.normalPromise(), support.urgentPromise());
        Duration work = support.urgentPromise();
        for (int more = 1; more < broken && work.compareTo(most) < 0; more++) {
            work = work.multipliedBy(2);
        }
        return promise(now, work.compareTo(most) < 0 ? work : most, support, now);
    }

    /** A promise by a time that support and the customer agreed on. */
    public static Promise agreed(Instant by, Instant now) {
        Duration most = Duration.between(now, by).multipliedBy(WARN_AT_PERCENT).dividedBy(PERCENT);
        return new Promise(now, now.plus(most), by);
    }

    private static Promise promise(Instant since, Duration work, Support support, Instant now) {
        Duration most = work.multipliedBy(WARN_AT_PERCENT).dividedBy(PERCENT);
        return new Promise(now, afterWork(since, most, support), afterWork(since, work, support));
    }

    private static Duration work(Severity severity, Support support) {
        return switch (severity) {
            case NORMAL -> support.normalPromise();
            case URGENT -> support.urgentPromise();
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
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

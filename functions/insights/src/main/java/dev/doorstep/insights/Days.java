package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Some days in a row, the first and the last among them. */
record Days(LocalDate first, LocalDate last) {

    Days {
        requireNonNull(first, "first is null");
        requireNonNull(last, "last is null");
        if (first.isAfter(last)) {
            throw new IllegalArgumentException("days must not end before they begin");
        }
    }

    long length() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** As many days, right before these. */
    Days before() {
        return new Days(first.minusDays(length()), first.minusDays(1));
    }

    /** The same dates a year before. */
    Days yearBefore() {
        return new Days(first.minusYears(1), last.minusYears(1));
    }

    /** Each day for itself. */
    List<Days> byDay() {
        return split(UnaryOperator.identity());
    }

    /** The weeks from Monday to Sunday; the first and the last may be cut short. */
    List<Days> byWeek() {
        return split(day -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
    }

    private List<Days> split(UnaryOperator<LocalDate> endOf) {
        return Stream.iterate(first, day -> !day.isAfter(last), day -> endOf.apply(day).plusDays(1))
                .map(day -> new Days(day, earlier(endOf.apply(day), last)))
                .toList();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

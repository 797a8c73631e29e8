package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

class DaysTest {

    @Test
    void endNotBeforeTheyBegin() {
        assertThatThrownBy(() -> days("2026-11-02", "2026-11-01"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void areComparedWithAsManyRightBefore() {
        assertThat(days("2026-03-01", "2026-03-31").before())
                .isEqualTo(days("2026-01-29", "2026-02-28"));
    }

    @Test
    void areComparedWithTheSameDatesAYearBefore() {
        assertThat(days("2028-02-29", "2028-03-01").yearBefore())
                .isEqualTo(days("2027-02-28", "2027-03-01"));
    }

    @Test
    void makeWeeksThatBeginOnMondays() {
        assertThat(days("2026-11-21", "2026-12-01").byWeek())
                .containsExactly(
                        days("2026-11-21", "2026-11-22"),
                        days("2026-11-23", "2026-11-29"),
                        days("2026-11-30", "2026-12-01"));
    }

    @Property
    void areAllInTheirStepsEachOnce(
            @ForAll @IntRange(max = 3000) int from, @ForAll @IntRange(max = 800) int more) {
        LocalDate first = LocalDate.EPOCH.plusDays(from);
        Days days = new Days(first, first.plusDays(more));

        for (List<Days> steps : List.of(days.byDay(), days.byWeek())) {
            assertThat(steps.getFirst().first()).isEqualTo(days.first());
            assertThat(steps.getLast().last()).isEqualTo(days.last());
            assertThat(steps.stream().mapToLong(Days::length).sum()).isEqualTo(days.length());
            for (int i = 1; i < steps.size(); i++) {
                assertThat(steps.get(i).first()).isEqualTo(steps.get(i - 1).last().plusDays(1));
            }
        }
        assertThat(days.byWeek().stream().skip(1))
                .allMatch(week -> week.first().getDayOfWeek() == DayOfWeek.MONDAY);
        assertThat(days.before().length()).isEqualTo(days.length());
        assertThat(days.before().last().plusDays(1)).isEqualTo(days.first());
    }

    private static Days days(String first, String last) {
        return new Days(LocalDate.parse(first), LocalDate.parse(last));
    }
}

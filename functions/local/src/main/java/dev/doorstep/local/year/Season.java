package dev.doorstep.local.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/** When customers order: most before Christmas, least in summer, and more on free evenings. */
final class Season {
    private static final MonthDay CHRISTMAS_BEGINS = MonthDay.of(Month.NOVEMBER, 20);
    private static final MonthDay LAST_TO_ARRIVE = MonthDay.of(Month.DECEMBER, 19);

    private Season() {}

    /** How many orders there are on a day, where an ordinary one has 1. */
    static double weight(LocalDate day) {
        return ofYear(day) * ofWeek(day.getDayOfWeek());
    }

    private static double ofYear(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        if (!date.isBefore(CHRISTMAS_BEGINS) && !date.isAfter(LAST_TO_ARRIVE)) {
            return 2.4;
        }
        return switch (day.getMonth()) {
            case JULY, AUGUST -> 0.8;
            case JANUARY, FEBRUARY, DECEMBER -> 0.9;
            default -> 1;
        };
    }

    private static double ofWeek(DayOfWeek day) {
        return switch (day) {
            case SUNDAY, MONDAY -> 1.2;
            case FRIDAY, SATURDAY -> 0.8;
            case TUESDAY, WEDNESDAY, THURSDAY -> 1;
        };
    }
}

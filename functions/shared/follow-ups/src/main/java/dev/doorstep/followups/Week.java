package dev.doorstep.followups;

import dev.doorstep.lambda.Rejected;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;

/**
 * A week, by the Monday on which it begins (UTC).
 *
 * @param monday its first day
 */
public record Week(LocalDate monday) {
    private static final Pattern FORM = Pattern.compile("[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])");
    private static final int WEEK_AT = "2026-W".length();

    public Week {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week begins on a Monday");
        }
    }

    public static Week of(Instant moment) {
        return new Week(
                moment.atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /**
     * Reads {@code 2026-W48} (ISO 8601).
     *
     * @throws Rejected if it is no week
     */
    public static Week parse(String week) {
        if (!FORM.matcher(week).matches()) {
            throw new Rejected("/week", "is not a week as in ISO 8601");
        }
        int year = Integer.parseInt(week.substring(0, "2026".length()));
        int number = Integer.parseInt(week.substring(WEEK_AT));
        // the fourth of January is always in the first week
        LocalDate first =
                LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Week(first.plusWeeks(number - 1L));
    }

    public Week before(int weeks) {
        return new Week(monday.minusWeeks(weeks));
    }

    /** As ISO 8601 writes it. */
    @Override
    public String toString() {
        return "%d-W%02d"
                .formatted(
                        monday.get(IsoFields.WEEK_BASED_YEAR),
                        monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}

package dev.doorstep.local.imports;

import dev.doorstep.lambda.Rejected;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times: as in ISO 8601, with a space for its T, with an offset, UTC or none; days; and
 * seconds since 1970. A day that may be a month as well is refused, as nobody can tell.
 *
 * @param zone of times that say none
 */
record Moments(ZoneId zone, Clock clock) {
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
    private static final Pattern MOMENT =
            Pattern.compile(
                    "(\\d{4}-\\d\\d-\\d\\d)"
                            + "(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?)"
                            + " ?(Z|UTC|[+-]\\d\\d:?\\d\\d)?)?");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofDays(1);

    /**
     * To the millisecond, as tables keep it.
     *
     * @throws Rejected if it is no time, or one at which nobody can have answered
     */
    Instant read(Line.Row row, String column) {
        Instant moment = parse(row, column).truncatedTo(ChronoUnit.MILLIS);
        if (moment.isBefore(EARLIEST) || moment.isAfter(clock.instant().plus(CLOCKS_DIFFER_BY))) {
            throw Line.Row.wrong(column, "is before the year 2000 or in the future");
        }
        return moment;
    }

    private Instant parse(Line.Row row, String column) {
        String text = row.require(column);
        if (SECONDS.matcher(text).matches()) {
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        Matcher parts = MOMENT.matcher(text);
        if (!parts.matches()) {
            throw noMoment(column);
        }
        try {
            return parse(parts);
        } catch (DateTimeException _) {
            throw noMoment(column);
        }
    }

    private Instant parse(Matcher parts) {
        LocalDate day = LocalDate.parse(parts.group(1));
        LocalTime time =
                parts.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(parts.group(2));
        return day.atTime(time).atZone(zone(parts.group(3))).toInstant();
    }

    private ZoneId zone(@Nullable String said) {
        if (said == null) {
            return zone;
        }
        return said.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(said);
    }

    private static Rejected noMoment(String column) {
        return Line.Row.wrong(
                column,
                "is no time such as 2026-01-31, 2026-01-31 10:00:00 +0100 or 2026-01-31T09:00:00Z");
    }
}

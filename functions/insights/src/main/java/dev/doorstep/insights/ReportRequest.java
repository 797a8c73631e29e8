package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Ids;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Touchpoint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a report is asked about.
 *
 * @param by what replies are told apart by, besides all of them together
 */
record ReportRequest(
        Touchpoint touchpoint, Days days, Optional<Dimension> by, Optional<Compare> compare) {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String TOUCHPOINT = "touchpoint";
    private static final String BY = "by";
    private static final String COMPARE = "compare";

    /** The parameters that a report knows. */
    static final Set<String> PARAMETERS = Set.of(FROM, TO, TOUCHPOINT, BY, COMPARE);

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_YEARS = 2;

    ReportRequest {
        requireNonNull(touchpoint, "touchpoint is null");
        requireNonNull(days, "days is null");
        requireNonNull(by, "by is null");
        requireNonNull(compare, "compare is null");
    }

    /**
     * Reads the parameters of a request; one that is empty counts as absent.
     *
     * @param today which is not over yet, in the zone in which days are counted
     * @throws Rejected if one of them is wrong; names it
     */
    static ReportRequest of(Map<String, String> query, LocalDate today) {
        if (!PARAMETERS.containsAll(query.keySet())) {
            throw new Rejected("", "knows no parameters but from, to, touchpoint, by and compare");
        }
        return new ReportRequest(
                find(query, TOUCHPOINT, Touchpoint::find).orElse(Touchpoint.DELIVERY),
                days(query, today),
                find(query, BY, ReportRequest::segments),
                find(query, COMPARE, Compare::find));
    }

    /**
     * Reads those of the parameters that are named, for requests that have others besides.
     *
     * @throws Rejected as {@link #of(Map, LocalDate)}
     */
    static ReportRequest of(Map<String, String> query, Set<String> some, LocalDate today) {
        Map<String, String> known = new HashMap<>(query);
        known.keySet().retainAll(some);
        return of(known, today);
    }

    private static Days days(Map<String, String> query, LocalDate today) {
        LocalDate last = findDay(query, TO).orElse(today.minusDays(1));
        LocalDate first = findDay(query, FROM).orElse(last.minusDays(DEFAULT_DAYS - 1));
        if (!last.isBefore(today)) {
            throw new Rejected("/to", "must be a day that is over");
        }
        if (first.isAfter(last)) {
            throw new Rejected("/from", "must not be after to");
        }
        if (!first.isAfter(last.minusYears(MOST_YEARS))) {
            throw new Rejected("/from", "must be less than two years before to");
        }
        return new Days(first, last);
    }

    private static Optional<LocalDate> findDay(Map<String, String> query, String name) {
        return find(query, name).map(value -> day(name, value));
    }

    /**
     * @throws Rejected if it is no day; names the parameter
     */
    static LocalDate day(String name, String value) {
        try {
            if (DAY.matcher(value).matches() && !LocalDate.parse(value).isBefore(EARLIEST)) {
                return LocalDate.parse(value);
            }
        } catch (DateTimeException _) {
            // such as the 30th of February
        }
        throw new Rejected("/" + name, "must be a day from 2000-01-01 on, as in RFC 3339");
    }

    private static Optional<Dimension> segments(String id) {
        return Ids.find(Dimension.values(), id).filter(dimension -> dimension != Dimension.ALL);
    }

    static <T> Optional<T> find(
            Map<String, String> query, String name, Function<String, Optional<T>> value) {
        return find(query, name)
                .map(
                        id ->
                                value.apply(id)
                                        .orElseThrow(() -> new Rejected("/" + name, "is unknown")));
    }

    static Optional<String> find(Map<String, String> query, String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }
}

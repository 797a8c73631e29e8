package dev.doorstep.followups;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Environment;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Support;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Severity;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The hours of the programme: Monday to Thursday 9 to 18, Friday 9 to 17, in Berlin. */
class PromisesTest {
    private static final Support SUPPORT = Programme.load(new Environment(Map.of())).support();
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // Tuesday at noon: the rest of the day and two hours of the next
        "NORMAL, 2026-11-24T12:00:00+01:00, 2026-11-25T11:00:00+01:00",
        "URGENT, 2026-11-24T12:00:00+01:00, 2026-11-24T14:00:00+01:00",
        // at night it counts from the morning
        "URGENT, 2026-11-24T23:30:00+01:00, 2026-11-25T11:00:00+01:00",
        // over the weekend
        "URGENT, 2026-11-27T16:00:00+01:00, 2026-11-30T10:00:00+01:00",
        "NORMAL, 2026-11-28T10:00:00+01:00, 2026-11-30T17:00:00+01:00",
        // over Christmas and its weekend
        "URGENT, 2026-12-24T17:00:00+01:00, 2026-12-28T10:00:00+01:00",
        // over the night in which clocks go forward
        "URGENT, 2027-03-25T17:00:00+01:00, 2027-03-30T10:00:00+02:00",
    })
    void countsWorkingTimeOnly(Severity severity, String since, String promised) {
        Attention attention = new Attention(severity, ZonedDateTime.parse(since).toInstant());

        assertThat(Promises.promise(attention, SUPPORT, attention.since()).by())
                .isEqualTo(ZonedDateTime.parse(promised).toInstant());
    }

    @Property
    void neverPromisesATimeAtWhichNobodyWorks(@ForAll @IntRange(max = 600_000) int minutes) {
        ZonedDateTime promised = promised(minutes, Severity.NORMAL).atZone(SUPPORT.zone());

        Support.Hours hours = requireNonNull(SUPPORT.hours().get(promised.getDayOfWeek()));
        assertThat(SUPPORT.holidays()).doesNotContain(promised.toLocalDate());
        assertThat(promised.toLocalTime()).isAfter(hours.from()).isBeforeOrEqualTo(hours.until());
    }

    @Property
    void promisesNoEarlierTimeToWhoComesLater(
            @ForAll @IntRange(max = 600_000) int minutes,
            @ForAll @IntRange(max = 10_000) int more) {
        assertThat(promised(minutes + more, Severity.NORMAL))
                .isAfterOrEqualTo(promised(minutes, Severity.NORMAL));
    }

    @Property
    void leavesExactlyThePromisedWorkingTime(@ForAll @IntRange(max = 100_000) int minutes) {
        Instant since = START.plus(Duration.ofMinutes(minutes));

        assertThat(workedMinutes(since, promised(minutes, Severity.NORMAL)))
                .isEqualTo(SUPPORT.normalPromise().toMinutes());
    }

    @Property
    void warnsWhenThreeQuartersOfTheWorkingTimeHavePassed(
            @ForAll @IntRange(max = 100_000) int minutes) {
        Instant since = START.plus(Duration.ofMinutes(minutes));

        Promise promise = Promises.promise(normal(since), SUPPORT, since);

        assertThat(workedMinutes(since, promise.warnAt()))
                .isEqualTo(SUPPORT.normalPromise().toMinutes() * 3 / 4);
    }

    @Property
    void promisesOnlyWhatIsStillToComeHoweverLateItHearsOfTheNeed(
            @ForAll @IntRange(max = 100_000) int minutes,
            @ForAll @IntRange(max = 20_000) int late) {
        Instant since = START.plus(Duration.ofMinutes(minutes));
        Instant now = since.plus(Duration.ofMinutes(late));

        assertThat(Promises.promise(normal(since), SUPPORT, now).by()).isAfter(now);
    }

    @Property
    void promisesLessTheMoreWasBroken(
            @ForAll @IntRange(max = 100_000) int minutes,
            @ForAll @IntRange(min = 1, max = 100) int broken) {
        Instant now = START.plus(Duration.ofMinutes(minutes));

        Promise next = Promises.again(broken, SUPPORT, now);
        Promise afterOneMore = Promises.again(broken + 1, SUPPORT, now);

        assertThat(afterOneMore.by())
                .isBetween(next.by(), Promises.promise(normal(now), SUPPORT, now).by());
    }

    /** Where clocks go forward at midnight or by half an hour, or a day was left out. */
    @ParameterizedTest
    @CsvSource({
        "Africa/Cairo, 2027-04-29T12:00:00Z",
        "Asia/Beirut, 2027-03-27T12:00:00Z",
        "Australia/Lord_Howe, 2027-10-02T12:00:00Z",
        "Pacific/Apia, 2011-12-29T12:00:00Z",
        "America/New_York, 2026-10-31T12:00:00Z",
    })
    void countsTheTimeThatReallyPassesWhereClocksChange(String zone, Instant from) {
        Support roundTheClock = roundTheClock(ZoneId.of(zone));

        for (int minutes = 0; minutes < 72 * 60; minutes += 7) {
            Instant since = from.plus(Duration.ofMinutes(minutes));
            Promise promise = Promises.promise(normal(since), roundTheClock, since);

            // the last minute of each day is free
            assertThat(Duration.between(since, promise.by()))
                    .isBetween(Duration.ofHours(8), Duration.ofHours(8).plusMinutes(2));
        }
    }

    private static Support roundTheClock(ZoneId zone) {
        Support.Hours day = new Support.Hours(LocalTime.MIN, LocalTime.of(23, 59));
        return new Support(
                SUPPORT.address(),
                SUPPORT.leadAddress(),
                zone,
                Arrays.stream(DayOfWeek.values())
                        .collect(Collectors.toMap(Function.identity(), _ -> day)),
                Set.of(),
                SUPPORT.normalPromise(),
                SUPPORT.urgentPromise(),
                Map.of(),
                SUPPORT.lease());
    }

    private static Attention normal(Instant since) {
        return new Attention(Severity.NORMAL, since);
    }

    private static Instant promised(int minutes, Severity severity) {
        Instant since = START.plus(Duration.ofMinutes(minutes));
        return Promises.promise(new Attention(severity, since), SUPPORT, since).by();
    }

    /** Counts minute by minute, which is slow and leaves nothing to get wrong. */
    private static long workedMinutes(Instant from, Instant until) {
        long worked = 0;
        for (Instant at = from; at.isBefore(until); at = at.plus(Duration.ofMinutes(1))) {
            worked += isWorked(at.atZone(SUPPORT.zone())) ? 1 : 0;
        }
        return worked;
    }

    private static boolean isWorked(ZonedDateTime at) {
        Support.Hours hours = SUPPORT.hours().get(at.getDayOfWeek());
        LocalTime time = at.toLocalTime();
        return hours != null
                && !SUPPORT.holidays().contains(at.toLocalDate())
                && !time.isBefore(hours.from())
                && time.isBefore(hours.until());
    }
}

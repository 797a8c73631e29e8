package dev.doorstep.local.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;
import dev.doorstep.orderevents.EventReader;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.surveys.EventType;
import dev.doorstep.surveys.OrderEvent;
import dev.doorstep.surveys.Reason;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class ReplayTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final EventReader READER =
            new EventReader(Clock.fixed(Instant.parse("2026-12-24T12:00:00Z"), ZoneOffset.UTC));
    private static final Programme TODAY = Programme.load(new Environment(Map.of()));
    private static final int ORDERS = 800;

    @Test
    void agreesWithACaseThatIsWorkedOutByHand() {
        List<Arrival> arrivals =
                List.of(
                        // asked after a day, at eleven in the morning, and reminded three days
                        // later
                        arrival(EventType.DELIVERED, "A-1", "2026-11-02T10:00:00Z", "ada"),
                        // of the same customer, planned before the first was sent: capped when due
                        arrival(EventType.DELIVERED, "A-2", "2026-11-02T11:00:00Z", "ada"),
                        // due at half past ten in the evening: asked at nine the next morning
                        arrival(EventType.DELIVERED, "A-3", "2026-11-02T21:30:00Z", "bea"),
                        // capped when it is planned
                        arrival(EventType.DELIVERED, "A-4", "2026-11-05T10:00:00Z", "ada"),
                        // sent back before it was asked about: asked about the return
                        arrival(EventType.DELIVERED, "A-5", "2026-11-02T12:00:00Z", "cleo"),
                        arrival(EventType.RETURN_REQUESTED, "A-5", "2026-11-03T08:00:00Z", "cleo"),
                        arrival(EventType.RETURN_COMPLETED, "A-5", "2026-11-05T12:00:00Z", "cleo"),
                        // sent back after it was asked about: not reminded, and asked about nothing
                        arrival(EventType.DELIVERED, "A-6", "2026-11-04T10:00:00Z", "dora"),
                        arrival(EventType.RETURN_REQUESTED, "A-6", "2026-11-06T10:00:00Z", "dora"),
                        arrival(EventType.LOST, "A-7", "2026-11-04T10:00:00Z", "emma"),
                        arrival(EventType.DELIVERED, "A-8", "2026-11-04T10:00:00Z", ""));

        Forecast forecast = replay(TODAY, arrivals);

        assertThat(forecast)
                .isEqualTo(
                        new Forecast(
                                Map.of(Touchpoint.DELIVERY, 3L, Touchpoint.RETURN, 1L),
                                4,
                                Map.of(day(3), 1L, day(4), 1L, day(5), 1L, day(6), 1L),
                                Map.of(day(6), 1L, day(7), 1L, day(9), 1L),
                                Map.of(
                                        Reason.CAPPED, 3L,
                                        Reason.SWITCHED, 1L,
                                        Reason.LOST, 1L,
                                        Reason.NO_ADDRESS, 1L)));
    }

    @Test
    void asksOnOtherDaysWhenADelayIsChanged() {
        List<Arrival> month = month(1);
        Programme changed = programme("\"delay\": \"P1D\"", "\"delay\": \"P5D\"");

        Forecast today = replay(TODAY, month);
        Forecast later = replay(changed, month);

        assertThat(first(later)).isAfter(first(today).plusDays(2));
        assertThat(last(later)).isAfter(last(today).plusDays(2));
    }

    @Test
    void skipsMoreAndAsksLessWhenACapIsWidened() {
        List<Arrival> month = month(2);
        Programme without =
                programme(
                        "\"anySurvey\": \"P30D\",\\s+\"sameTouchpoint\": \"P90D\"",
                        "\"anySurvey\": \"PT0S\", \"sameTouchpoint\": \"PT0S\"");

        Forecast today = replay(TODAY, month);
        Forecast uncapped = replay(without, month);

        assertThat(capped(today)).isGreaterThan(50);
        assertThat(capped(uncapped)).isZero();
        assertThat(uncapped.sentInAll()).isGreaterThan(today.sentInAll());
        assertThat(uncapped.people()).isGreaterThanOrEqualTo(today.people());
        assertThat(uncapped.sentInAll() + uncapped.skippedInAll())
                .isEqualTo(today.sentInAll() + today.skippedInAll());
    }

    @Test
    void asksNothingAboutATouchpointThatIsTakenOut() {
        List<Arrival> month = month(3);
        Programme changed = programme("\"return\": \\{[^}]+},", "");

        Forecast today = replay(TODAY, month);
        Forecast without = replay(changed, month);

        assertThat(today.sent()).containsKey(Touchpoint.RETURN);
        assertThat(without.sent()).doesNotContainKey(Touchpoint.RETURN);
        assertThat(without.skipped()).containsKey(Reason.NOT_ASKED);
    }

    @Test
    void changesNothingWhenEventsAreDeliveredAgainEarlierOrLater() {
        List<Arrival> month = month(5);
        List<Arrival> again = new ArrayList<>(month);
        for (int i = 0; i < month.size(); i += 3) {
            Arrival arrival = month.get(i);
            again.add(arrival);
            again.add(new Arrival(arrival.at().plus(Duration.ofDays(9)), arrival.event()));
        }

        assertThat(replay(TODAY, again)).isEqualTo(replay(TODAY, month));
    }

    @Test
    void accountsForEachOrderAndSurvey() {
        List<Arrival> month = month(6);

        Forecast forecast = replay(TODAY, month);

        assertThat(forecast.sentInAll() + forecast.skippedInAll()).isGreaterThanOrEqualTo(ORDERS);
        assertThat(forecast.surveys().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(forecast.sentInAll());
        assertThat(forecast.remindersInAll())
                .isPositive()
                .isLessThanOrEqualTo(forecast.sentInAll());
    }

    private static LocalDate first(Forecast forecast) {
        return forecast.surveys().keySet().stream().min(LocalDate::compareTo).orElseThrow();
    }

    private static LocalDate last(Forecast forecast) {
        return forecast.surveys().keySet().stream().max(LocalDate::compareTo).orElseThrow();
    }

    private static long capped(Forecast forecast) {
        return forecast.skipped().getOrDefault(Reason.CAPPED, 0L);
    }

    private static LocalDate day(int ofNovember) {
        return LocalDate.of(2026, 11, ofNovember);
    }

    private static Forecast replay(Programme programme, List<Arrival> arrivals) {
        return Replay.of(programme, new Arrivals(arrivals, List.of()).arrivals(), BERLIN);
    }

    private static Programme programme(String pattern, String replacement) {
        return Programme.of(ShippedProgramme.with(pattern, replacement));
    }

    private static List<Arrival> month(long seed) {
        return MadeUpMonth.of(ORDERS, seed).stream().map(ReplayTest::arrival).toList();
    }

    private static Arrival arrival(EventType type, String order, String time, String customer) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("orderId", order);
        if (!customer.isEmpty()) {
            data.put(
                    "customer",
                    Map.of("address", customer + "@customer.example", "timeZone", BERLIN.getId()));
        }
        return arrival(MadeUpMonth.event(type, order, Instant.parse(time), data));
    }

    private static Arrival arrival(String json) {
        OrderEvent event = READER.read(Json.parse(json));
        return new Arrival(event.time(), event);
    }
}

package dev.doorstep.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.lambda.Environment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

class SendingHoursTest {
    private static final SendingHours DAY = SendingHours.parse("09:00-20:00");

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-11-24T08:00:00Z, 2026-11-24T08:00:00Z",
        "Europe/Berlin, 2026-11-24T07:59:59Z, 2026-11-24T08:00:00Z",
        "Europe/Berlin, 2026-11-24T19:00:00Z, 2026-11-25T08:00:00Z",
        // the night in which clocks go back, and the one in which they go forward
        "Europe/Berlin, 2026-10-24T21:00:00Z, 2026-10-25T08:00:00Z",
        "Europe/Berlin, 2027-03-27T21:00:00Z, 2027-03-28T07:00:00Z",
        "America/Los_Angeles, 2026-11-24T08:00:00Z, 2026-11-24T17:00:00Z",
    })
    void waitForTheMorningOfTheCustomer(String zone, String moment, String next) {
        assertThat(DAY.next(Instant.parse(moment), ZoneId.of(zone))).isEqualTo(Instant.parse(next));
    }

    @Test
    void mayBeTheWholeDay() {
        Instant night = Instant.parse("2026-11-24T02:00:00Z");

        assertThat(SendingHours.parse("00:00-24:00").next(night, ZoneId.of("UTC")))
                .isEqualTo(night);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "09:00", "20:00-09:00", "09:00-09:00", "9-20"})
    void refuseWhatIsNoPartOfADay(String hours) {
        assertThatThrownBy(() -> SendingHours.parse(hours)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void areOverriddenByTheEnvironmentAsOtherTimesAre() {
        Programme programme =
                Programme.load(
                        new Environment(
                                Map.of(
                                        "SENDING_HOURS", "00:00-24:00",
                                        "DELIVERY_SURVEY_DELAY", "PT2S",
                                        "CLAIM_LEASE", "PT8S",
                                        "DELIVERY_NEWS_DELAY", "PT1S",
                                        "OVERDUE_AFTER", "PT3S")));

        assertThat(programme.sendingHours()).isEqualTo(SendingHours.parse("00:00-24:00"));
        assertThat(programme.requirePlan(Touchpoint.DELIVERY).delay())
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(programme.requirePlan(Touchpoint.RETURN).delay()).isEqualTo(Duration.ofDays(1));
        assertThat(programme.support().lease()).isEqualTo(Duration.ofSeconds(8));
        assertThat(programme.news())
                .isEqualTo(
                        new NewsPlan(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(3),
                                Duration.ofDays(3),
                                Duration.ofDays(14)));
    }

    @Test
    void doNotLetAFunctionStartWithAWrongSetting() {
        assertThatThrownBy(() -> Programme.load(new Environment(Map.of("CLAIM_LEASE", "soon"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CLAIM_LEASE");
    }
}

package dev.doorstep.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

class RetentionPlanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2028-11-24T03:00:00Z | Europe/Berlin    | 2026-11-24T23:00:00Z
                    2028-11-23T22:59:59Z | Europe/Berlin    | 2026-11-23T23:00:00Z
                    2028-11-23T23:00:00Z | Europe/Berlin    | 2026-11-24T23:00:00Z
                    2028-11-24T03:00:00Z | UTC              | 2026-11-25T00:00:00Z
                    2028-11-24T03:00:00Z | America/New_York | 2026-11-24T05:00:00Z
                    2028-04-01T12:00:00Z | Europe/Berlin    | 2026-04-01T22:00:00Z
                    2028-03-27T12:00:00Z | Europe/Berlin    | 2026-03-27T23:00:00Z
                    2028-03-28T12:00:00Z | Europe/Berlin    | 2026-03-28T23:00:00Z
                    2028-03-29T12:00:00Z | Europe/Berlin    | 2026-03-29T22:00:00Z
                    2028-10-24T12:00:00Z | Europe/Berlin    | 2026-10-24T22:00:00Z
                    2028-10-25T12:00:00Z | Europe/Berlin    | 2026-10-25T23:00:00Z
                    """)
    void keepsWholeDaysOfTheZone(Instant now, ZoneId zone, Instant keptFrom) {
        RetentionPlan plan = new RetentionPlan(Duration.ofDays(730));

        assertThat(plan.keptFrom(now, zone)).isEqualTo(keptFrom);
    }

    @Test
    void keepsWhatIsNoWholeDayByTheClock() {
        RetentionPlan plan = new RetentionPlan(Duration.ofMinutes(1));
        Instant now = Instant.parse("2026-11-24T12:00:00Z");

        assertThat(plan.keptFrom(now, ZoneId.of("Europe/Berlin"))).isEqualTo(now.minusSeconds(60));
    }

    @Test
    void keepsForSomeTime() {
        assertThatThrownBy(() -> new RetentionPlan(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

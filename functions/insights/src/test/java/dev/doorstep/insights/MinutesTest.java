package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class MinutesTest {

    @ParameterizedTest
    @CsvSource({
        "PT-1S, 1",
        "PT0S, 1",
        "PT1M, 1",
        "PT1M0.001S, 2",
        "PT19M, 19",
        "PT19M1S, 21",
        "PT21M, 21",
        "P4D, 5760",
        "P40D, 5760"
    })
    void countsEachMinuteThatWasBegun(Duration time, long minutes) {
        assertThat(Minutes.upTo(time)).isEqualTo(minutes);
    }

    @Test
    void roundsUpByNoMoreThanATwentieth() {
        for (long minutes = 1; minutes <= 4 * 24 * 60; minutes++) {
            assertThat((double) Minutes.upTo(Duration.ofMinutes(minutes)))
                    .isBetween((double) minutes, minutes * 1.05);
        }
    }

    @Test
    void needsFewCounters() {
        assertThat(Minutes.all()).hasSizeLessThan(130).isSorted().doesNotHaveDuplicates();
    }
}

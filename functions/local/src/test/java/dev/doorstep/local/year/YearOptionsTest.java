package dev.doorstep.local.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.doorstep.lambda.Rejected;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YearOptionsTest {
    @Test
    void readsWhatIsSaidAndTakesTheUsualForTheRest() {
        assertThat(YearOptions.of(new String[] {"seed=", "orders="}))
                .isEqualTo(YearOptions.of(new String[] {}))
                .isEqualTo(new YearOptions(1, 4_000));
        assertThat(YearOptions.of(new String[] {"orders=400", "seed=-7", "ClaimLease=PT1M"}))
                .isEqualTo(new YearOptions(-7, 400));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"orders=0", "orders=-1", "orders=50001", "orders=99999999999", "seed=first"})
    void refusesWhatMakesNoYear(String argument) {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> YearOptions.of(new String[] {argument}));
    }

    @Test
    void leavesTheParametersOfTheTemplateToTheTemplate() {
        assertThat(YearOptions.others(new String[] {"seed=1", "ClaimLease=PT1M", "orders="}))
                .containsExactly("ClaimLease=PT1M");
    }
}

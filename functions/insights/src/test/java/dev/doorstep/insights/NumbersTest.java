package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Locale;

class NumbersTest {
    private final Numbers english = new Numbers(Locale.ENGLISH);
    private final Numbers german = new Numbers(Locale.GERMAN);

    @Test
    void roundsToWhatIsKnown() {
        assertThat(english.points(32.5)).isEqualTo("33");
        assertThat(english.percent(0.845)).isEqualTo("85%");
        assertThat(german.percent(0.845)).isEqualTo("85\u00a0%");
        assertThat(english.percent(0.004)).isEqualTo("<1%");
        assertThat(english.percent(0)).isEqualTo("0%");
        assertThat(german.decimal(3.14, 1)).isEqualTo("3,1");
        assertThat(german.count(12_345)).isEqualTo("12.345");
    }

    @Test
    void hasAMinusThatCanBeSeenAndNoneBeforeNothing() {
        assertThat(english.points(-12)).isEqualTo("\u221212");
        assertThat(english.points(-0.2)).isEqualTo("0");
        assertThat(english.signed(-0.04)).isEqualTo("0.0");
        assertThat(english.signed(0.04)).isEqualTo("0.0");
        assertThat(english.signed(2)).isEqualTo("+2.0");
        assertThat(german.signed(-2)).isEqualTo("\u22122,0");
    }
}

package dev.doorstep.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    /** As the formula of Wilson gives them, by hand. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.000, 0.278",
        "5, 10, 0.237, 0.763",
        "10, 10, 0.722, 1.000",
        "0, 1, 0.000, 0.793",
        "1, 1, 0.207, 1.000"
    })
    void tellsWhereAShareMayLie(long of, long all, double low, double high) {
        Share share = new Share(of, all);

        assertThat(share.low()).isCloseTo(low, within(0.001));
        assertThat(share.high()).isCloseTo(high, within(0.001));
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(new Share(0, 0).interval()).isEqualTo(new Interval(0, 1));
    }

    @Test
    void isAPartOfAWhole() {
        assertThatThrownBy(() -> new Share(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Share(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void hasTheShareWithinItsInterval(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long all,
            @ForAll @IntRange(max = 1000) int thousandths) {
        Share share = new Share(all * thousandths / 1000, all);

        assertThat(share.interval().contains(share.value())).isTrue();
        assertThat(share.low()).isBetween(0.0, 1.0);
        assertThat(share.high()).isBetween(0.0, 1.0);
    }

    @Property
    void isSureOfTheRestAsOfThePart(
            @ForAll @IntRange(min = 1, max = 10_000) int all,
            @ForAll @IntRange(max = 10_000) int some) {
        Share part = new Share(Math.min(some, all), all);
        Share rest = new Share(all - part.of(), all);

        assertThat(rest.low()).isCloseTo(1 - part.high(), within(1e-9));
        assertThat(rest.high()).isCloseTo(1 - part.low(), within(1e-9));
    }

    @Property
    void isSurerOfMore(
            @ForAll @IntRange(min = 1, max = 1000) int all,
            @ForAll @IntRange(max = 1000) int some,
            @ForAll @IntRange(min = 2, max = 10) int times) {
        int of = Math.min(some, all);

        assertThat(new Share((long) of * times, (long) all * times).interval().width())
                .isLessThan(new Share(of, all).interval().width());
    }
}

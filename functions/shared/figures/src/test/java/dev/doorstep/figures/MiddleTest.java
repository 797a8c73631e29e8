package dev.doorstep.figures;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

class MiddleTest {

    /** The ranks are those of tables of the binomial distribution. */
    @ParameterizedTest
    @CsvSource({"6, 1, 6", "10, 2, 9", "20, 6, 15", "100, 40, 61"})
    void tellsBetweenWhichTimesTheMedianLies(int count, int low, int high) {
        Middle<Duration> middle = Middle.of(minutes(count), MiddleTest::halfway).orElseThrow();

        assertThat(middle.range())
                .contains(new Middle.Range<>(Duration.ofMinutes(low), Duration.ofMinutes(high)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "2, 1.5", "5, 3.0"})
    void tellsNoIntervalOfFewTimes(int count, double median) {
        Middle<Duration> middle = Middle.of(minutes(count), MiddleTest::halfway).orElseThrow();

        assertThat(middle.range()).isEmpty();
        assertThat(middle.median()).isEqualTo(Duration.ofSeconds((long) (median * 60)));
    }

    /** By the normal distribution, which is close where there are many: n/2 -+ 0.98 sqrt(n). */
    @Test
    void tellsItOfVeryManyThatAreCounted() {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        IntStream.rangeClosed(1, 1_000).forEach(value -> counts.put(value, 1_000L));

        Middle<Integer> middle = Middle.of(counts, (one, other) -> (one + other) / 2).orElseThrow();

        assertThat(middle.of()).isEqualTo(1_000_000);
        assertThat(middle.median()).isEqualTo(500);
        assertThat(middle.range()).contains(new Middle.Range<>(500, 501));
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(Middle.of(List.of(), MiddleTest::halfway)).isEmpty();
    }

    @Test
    void saysTheSameInOtherWords() {
        Middle<String> words =
                Middle.of(minutes(6), MiddleTest::halfway).orElseThrow().map(Duration::toString);

        assertThat(words.median()).isEqualTo("PT3M30S");
        assertThat(words.of()).isEqualTo(6);
        assertThat(words.range()).contains(new Middle.Range<>("PT1M", "PT6M"));
    }

    @Property
    void hasTheMedianWithinItsRange(@ForAll @Size(min = 6, max = 200) List<Short> values) {
        Middle<Short> middle =
                Middle.of(values, (one, other) -> (short) ((one + other) / 2)).orElseThrow();

        assertThat(middle.median())
                .isBetween(middle.range().orElseThrow().low(), middle.range().orElseThrow().high());
    }

    private static Duration halfway(Duration one, Duration other) {
        return one.plus(other).dividedBy(2);
    }

    private static List<Duration> minutes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Duration::ofMinutes).toList();
    }
}

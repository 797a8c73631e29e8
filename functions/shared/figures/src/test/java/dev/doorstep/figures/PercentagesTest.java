package dev.doorstep.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.List;

class PercentagesTest {

    @Test
    void givesWhatIsMissingToWhatLostMost() {
        assertThat(Percentages.of(List.of(1L, 1L, 1L))).contains(List.of(34, 33, 33));
        assertThat(Percentages.of(List.of(1L, 2L, 4L))).contains(List.of(14, 29, 57));
        assertThat(Percentages.of(List.of(995L, 5L))).contains(List.of(100, 0));
        assertThat(Percentages.of(List.of(0L, 3L))).contains(List.of(0, 100));
    }

    @Test
    void isAbsentOfNothing() {
        assertThat(Percentages.of(List.of(0L, 0L))).isEmpty();
        assertThat(Percentages.of(List.of())).isEmpty();
    }

    @Test
    void refusesNegativeCounts() {
        assertThatThrownBy(() -> Percentages.of(List.of(2L, -1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void addsUpToAHundred(
            @ForAll @Size(min = 1, max = 30) List<@LongRange(max = 1_000_000_000) Long> counts) {
        long all = counts.stream().mapToLong(Long::longValue).sum();
        Assume.that(all > 0);

        List<Integer> percentages = Percentages.of(counts).orElseThrow();

        assertThat(percentages.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        for (int i = 0; i < counts.size(); i++) {
            assertThat((double) percentages.get(i))
                    .isCloseTo(100.0 * counts.get(i) / all, within(1.0));
        }
    }

    @Property
    void givesNothingToNothingAndNeverLessToMore(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(max = 50) Long> counts) {
        Assume.that(counts.stream().anyMatch(count -> count > 0));

        List<Integer> percentages = Percentages.of(counts).orElseThrow();

        for (int i = 0; i < counts.size(); i++) {
            for (int j = 0; j < counts.size(); j++) {
                if (counts.get(i) > counts.get(j)) {
                    assertThat(percentages.get(i)).isGreaterThanOrEqualTo(percentages.get(j));
                }
            }
            if (counts.get(i) == 0) {
                assertThat(percentages.get(i)).isZero();
            }
        }
    }
}

package dev.doorstep.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.doorstep.programme.Metric;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

class HistogramTest {

    @Test
    void namesEachScoreOfItsMetricInOrder() {
        Histogram histogram = Histogram.of(Metric.CSAT, Map.of(4, 2L));

        assertThat(histogram.counts().sequencedKeySet()).containsExactly(1, 2, 3, 4, 5);
        assertThat(histogram.counts().sequencedValues()).containsExactly(0L, 0L, 0L, 2L, 0L);
    }

    @Test
    void refusesWhatIsNoScoreOfItsMetricAndWhatIsNoCount() {
        assertThatThrownBy(() -> Histogram.of(Metric.CSAT, Map.of(6, 1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Histogram.of(Metric.CES, Map.of(0, 1L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Histogram.of(Metric.NPS, Map.of(5, -1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mixesNoMetrics() {
        Histogram csat = Histogram.of(Metric.CSAT, Map.of(5, 1L));
        Histogram nps = Histogram.of(Metric.NPS, Map.of(5, 1L));

        assertThatThrownBy(() -> nps.plus(csat)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> nps.minus(csat)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesAwayOnlyWhatIsThere() {
        Histogram one = Histogram.of(Metric.NPS, Map.of(5, 1L));
        Histogram other = Histogram.of(Metric.NPS, Map.of(6, 1L));

        assertThat(one.plus(other).minus(one)).isEqualTo(other);
        assertThatThrownBy(() -> one.minus(other)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsNoMeanOfNothingAndNoVarianceOfOne() {
        assertThat(Histogram.empty(Metric.NPS).mean()).isEmpty();
        assertThat(Histogram.of(Metric.NPS, Map.of(3, 1L)).variance()).isEmpty();
    }

    @Property
    void hasTheMeanAndTheVarianceOfItsScores(
            @ForAll @Size(min = 2, max = 100) List<@IntRange(max = 10) Integer> scores) {
        double mean = scores.stream().mapToInt(Integer::intValue).average().orElseThrow();
        double squares = scores.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();

        Histogram histogram = of(scores);

        assertThat(histogram.replies()).isEqualTo(scores.size());
        assertThat(histogram.mean().orElseThrow()).isCloseTo(mean, within(1e-9));
        assertThat(histogram.variance().orElseThrow())
                .isCloseTo(squares / (scores.size() - 1), within(1e-9));
    }

    @Property
    void countsEachReplyAsOneOfThree(@ForAll List<@IntRange(max = 10) Integer> scores) {
        Histogram histogram = of(scores);

        assertThat(histogram.detractors())
                .isEqualTo(scores.stream().filter(score -> score <= 6).count());
        assertThat(histogram.promoters())
                .isEqualTo(scores.stream().filter(score -> score >= 9).count());
    }

    private static Histogram of(List<Integer> scores) {
        return Histogram.of(
                Metric.NPS,
                scores.stream()
                        .collect(
                                Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }
}

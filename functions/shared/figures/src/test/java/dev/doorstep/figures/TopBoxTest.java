package dev.doorstep.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.programme.Metric;

import org.junit.jupiter.api.Test;

import java.util.Map;

class TopBoxTest {

    @Test
    void isTheShareOfFourAndFiveOfFiveForSatisfaction() {
        Histogram histogram = Histogram.of(Metric.CSAT, Map.of(1, 1L, 2, 2L, 3, 4L, 4, 8L, 5, 16L));

        assertThat(Figure.of(histogram)).contains(new TopBox(Metric.CSAT, new Share(24, 31)));
    }

    @Test
    void isTheShareOfFiveToSevenOfSevenForEffort() {
        Histogram histogram =
                Histogram.of(
                        Metric.CES, Map.of(1, 1L, 2, 2L, 3, 4L, 4, 8L, 5, 16L, 6, 32L, 7, 64L));

        assertThat(Figure.of(histogram)).contains(new TopBox(Metric.CES, new Share(112, 127)));
    }

    @Test
    void hasTheIntervalOfItsShare() {
        Share share = new Share(7, 9);

        assertThat(new TopBox(Metric.CES, share).interval()).isEqualTo(share.interval());
    }

    @Test
    void isAbsentOfNoReplies() {
        assertThat(Figure.of(Histogram.empty(Metric.CSAT))).isEmpty();
        assertThat(Figure.of(Histogram.empty(Metric.CES))).isEmpty();
        assertThatThrownBy(() -> new TopBox(Metric.CES, new Share(0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNothingForNetPromoterScores() {
        assertThatThrownBy(() -> new TopBox(Metric.NPS, new Share(1, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.doorstep.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.doorstep.programme.Metric;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

class NetPromoterScoreTest {

    /** Worked out by hand from the formula. */
    @ParameterizedTest
    @CsvSource({
        "30, 15, 5, 30.3, 25.5",
        "50, 25, 8, 32.1, 19.9",
        "100, 50, 17, 32.0, 14.5",
        "200, 100, 33, 33.0, 10.2",
        "400, 200, 67, 33.0, 7.3",
        "1000, 500, 167, 33.2, 4.6"
    })
    void isAsSureAsTheAdjustedWaldIntervalSays(
            long replies, long promoters, long detractors, double score, double margin) {
        NetPromoterScore nps = new NetPromoterScore(replies, promoters, detractors);

        assertThat(nps.estimate().value()).isCloseTo(score, within(0.05));
        assertThat(nps.margin()).isCloseTo(margin, within(0.05));
        assertThat(nps.interval().low()).isCloseTo(score - margin, within(0.1));
        assertThat(nps.interval().high()).isCloseTo(score + margin, within(0.1));
    }

    @Test
    void isThePromotersMinusTheDetractors() {
        Histogram histogram = Histogram.of(Metric.NPS, Map.of(10, 2L, 9, 1L, 8, 1L, 7, 1L, 6, 1L));

        Figure nps = Figure.of(histogram).orElseThrow();

        assertThat(nps).isEqualTo(new NetPromoterScore(6, 3, 1));
        assertThat(nps.value()).isCloseTo(33.33, within(0.01));
    }

    @Test
    void isAbsentOfNoReplies() {
        assertThat(Figure.of(Histogram.empty(Metric.NPS))).isEmpty();
        assertThatThrownBy(() -> new NetPromoterScore(0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isMadeOfPartsOfItsReplies() {
        assertThatThrownBy(() -> new NetPromoterScore(3, 2, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NetPromoterScore(3, -1, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNeverCertainHoweverMuchAllAgree() {
        Figure few = new NetPromoterScore(5, 5, 0);
        Figure many = new NetPromoterScore(1000, 1000, 0);

        assertThat(few.value()).isEqualTo(100);
        assertThat(few.interval().low()).isCloseTo(17.5, within(0.1));
        assertThat(few.interval().high()).isEqualTo(100);
        assertThat(many.interval().low()).isCloseTo(99.3, within(0.1));
    }

    @Test
    void saysNextToNothingOfOneReply() {
        assertThat(new NetPromoterScore(1, 1, 0).interval().low()).isLessThan(-48);
        assertThat(new NetPromoterScore(1, 1, 0).interval().high()).isEqualTo(100);
        assertThat(new NetPromoterScore(1, 0, 1).interval().low()).isEqualTo(-100);
    }

    @Property
    void hasItsValueWithinItsInterval(@ForAll("scores") NetPromoterScore nps) {
        assertThat(nps.interval().contains(nps.value())).isTrue();
        assertThat(nps.interval().low()).isBetween(-100.0, 100.0);
        assertThat(nps.interval().high()).isBetween(-100.0, 100.0);
    }

    @Property
    void isSurerOfMore(
            @ForAll("scores") NetPromoterScore nps,
            @ForAll @IntRange(min = 2, max = 10) int times) {
        NetPromoterScore more =
                new NetPromoterScore(
                        nps.replies() * times, nps.promoters() * times, nps.detractors() * times);

        assertThat(more.value()).isCloseTo(nps.value(), within(1e-9));
        assertThat(more.margin()).isLessThan(nps.margin());
    }

    @Property
    void isTheOppositeForTheOppositeReplies(@ForAll("scores") NetPromoterScore nps) {
        NetPromoterScore opposite =
                new NetPromoterScore(nps.replies(), nps.detractors(), nps.promoters());

        assertThat(opposite.value()).isCloseTo(-nps.value(), within(1e-9));
        assertThat(opposite.interval().low()).isCloseTo(-nps.interval().high(), within(1e-9));
        assertThat(opposite.interval().high()).isCloseTo(-nps.interval().low(), within(1e-9));
    }

    @Provide
    Arbitrary<NetPromoterScore> scores() {
        return Arbitraries.integers()
                .between(1, 100_000)
                .flatMap(
                        replies ->
                                Arbitraries.integers()
                                        .between(0, replies)
                                        .flatMap(promoters -> withDetractors(replies, promoters)));
    }

    private static Arbitrary<NetPromoterScore> withDetractors(int replies, int promoters) {
        return Arbitraries.integers()
                .between(0, replies - promoters)
                .map(detractors -> new NetPromoterScore(replies, promoters, detractors));
    }
}

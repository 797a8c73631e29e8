package dev.doorstep.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.doorstep.figures.Change.Verdict;
import dev.doorstep.programme.Metric;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class ChangeTest {

    /** 40 of 87 is 46, 37 of 94 is 39, with however many passives. */
    @Test
    void callsFrom46To39With87And94RepliesNoClearChange() {
        assertThat(IntStream.rangeClosed(0, 23))
                .allSatisfy(
                        before ->
                                assertThat(IntStream.rangeClosed(0, 28))
                                        .allSatisfy(
                                                after ->
                                                        assertThat(from46To39(before, after))
                                                                .isEqualTo(
                                                                        Verdict.NO_CLEAR_CHANGE)));
    }

    @Test
    void knowsHowManyStandardErrorsAScoreMoved() {
        Change change =
                new Change(
                        new NetPromoterScore(1000, 500, 167), new NetPromoterScore(1000, 450, 200));

        // from 33.200 to 24.925, with standard errors of 2.355 and 2.420 points
        assertThat(change.z()).isCloseTo(-2.45, within(0.005));
        assertThat(change.difference()).isCloseTo(-8.3, within(1e-9));
        assertThat(change.verdict()).isEqualTo(Verdict.WORSE);
    }

    @Test
    void tellsAClearChangeOfAShare() {
        Figure before = new TopBox(Metric.CSAT, new Share(70, 100));
        Figure after = new TopBox(Metric.CSAT, new Share(85, 100));

        // (86 / 102 - 71 / 102) / sqrt(0.002074 + 0.001297)
        assertThat(new Change(before, after).z()).isCloseTo(2.53, within(0.01));
        assertThat(new Change(before, after).verdict()).isEqualTo(Verdict.BETTER);
    }

    @Test
    void callsNothingClearOfAHandfulOfReplies() {
        Figure one = new NetPromoterScore(1, 0, 1);
        Figure other = new NetPromoterScore(1, 1, 0);

        assertThat(new Change(one, other).verdict()).isEqualTo(Verdict.NO_CLEAR_CHANGE);
    }

    /** One reply's estimate lies far below it: by estimates alone this would be a gain. */
    @Test
    void neverCallsALossAGain() {
        Figure before = new NetPromoterScore(1, 1, 0);
        Figure after = new NetPromoterScore(100_000, 99_500, 0);
        Change change = new Change(before, after);

        assertThat(change.difference()).isNegative();
        assertThat(change.z()).isGreaterThan(1.96);
        assertThat(change.verdict()).isEqualTo(Verdict.NO_CLEAR_CHANGE);
    }

    @Test
    void comparesNoFiguresOfDifferentMetrics() {
        Figure effort = new TopBox(Metric.CES, new Share(7, 10));
        Figure satisfaction = new TopBox(Metric.CSAT, new Share(7, 10));

        assertThatThrownBy(() -> new Change(effort, satisfaction))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void isTheOppositeWayBack(
            @ForAll @IntRange(max = 50) int before, @ForAll @IntRange(max = 200) int after) {
        Figure one = new TopBox(Metric.CES, new Share(before, 50));
        Figure other = new TopBox(Metric.CES, new Share(after, 200));

        assertThat(new Change(other, one).z()).isCloseTo(-new Change(one, other).z(), within(1e-9));
        assertThat(new Change(one, one).verdict()).isEqualTo(Verdict.NO_CLEAR_CHANGE);
    }

    private static Verdict from46To39(int detractorsBefore, int detractorsAfter) {
        return new Change(
                        new NetPromoterScore(87, 40 + detractorsBefore, detractorsBefore),
                        new NetPromoterScore(94, 37 + detractorsAfter, detractorsAfter))
                .verdict();
    }
}

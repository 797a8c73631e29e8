package dev.doorstep.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.doorstep.programme.Metric;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Random;

class FrictionTest {
    private static final Histogram ALL = nps(40, 20, 40);
    private static final Histogram LATE = nps(20, 0, 0);

    /** Of those who do not say "late", 20 of 80 are unhappy and 40 happy: 25; of all, 0. */
    @Test
    void costsWhatTheFigureWouldGainWithoutIt() {
        Friction late = Friction.of(ALL, Map.of("late", LATE)).getFirst();

        assertThat(late.cost()).isCloseTo(25, within(1e-9));
        assertThat(late.share()).isEqualTo(new Share(20, 100));
        assertThat(late.interval().low()).isPositive();
        assertThat(late.isClear()).isTrue();
    }

    @Test
    void countsPercentagePointsOfAShare() {
        Histogram all = Histogram.of(Metric.CSAT, Map.of(5, 60L, 1, 40L));
        Histogram wrong = Histogram.of(Metric.CSAT, Map.of(1, 20L));

        Friction friction = Friction.of(all, Map.of("wrong", wrong)).getFirst();

        assertThat(friction.cost()).isCloseTo(75 - 60, within(1e-9));
    }

    @Test
    void putsFirstWhatCostsMostAndLeavesOutWhatComparesWithNothing() {
        List<Friction> frictions =
                Friction.of(
                        ALL,
                        Map.of(
                                "fast", nps(0, 0, 20),
                                "late", LATE,
                                "price", nps(5, 5, 5),
                                "all", ALL,
                                "none", nps(0, 0, 0)));

        assertThat(frictions).extracting(Friction::reason).containsExactly("late", "price", "fast");
        assertThat(frictions.getLast().cost()).isNegative();
    }

    @Test
    void isNotSureOfOneReply() {
        Friction one = Friction.of(nps(1, 1, 1), Map.of("late", nps(1, 0, 0))).getFirst();

        assertThat(one.isClear()).isFalse();
        assertThatThrownBy(() -> new Friction("late", LATE, nps(0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Of a hundred samples, the truth is outside of five: here of at most seven. */
    @Test
    void hasTheTruthInItsIntervalAsOftenAsItSays() {
        Random random = new Random(7);
        double truth = 0.2 * (40 - -50); // a fifth says late: 10 % happy and 60 % unhappy of those
        int inside = 0;
        for (int sample = 0; sample < 2_000; sample++) {
            long[] late = new long[3];
            long[] others = new long[3];
            for (int reply = 0; reply < 300; reply++) {
                boolean isLate = random.nextDouble() < 0.2;
                double dice = random.nextDouble();
                int kind = dice < (isLate ? 0.6 : 0.1) ? 0 : dice < (isLate ? 0.9 : 0.5) ? 1 : 2;
                (isLate ? late : others)[kind]++;
            }
            Friction friction =
                    new Friction(
                            "late",
                            nps(late[0], late[1], late[2]),
                            nps(others[0], others[1], others[2]));
            inside += friction.interval().contains(truth) ? 1 : 0;
        }

        assertThat(inside / 2_000.0).isBetween(0.93, 0.985);
    }

    @Property
    void liesInItsIntervalWhichAddsUpWithTheFigure(
            @ForAll @LongRange(min = 1, max = 10_000) long unhappy,
            @ForAll @LongRange(min = 1, max = 10_000) long between,
            @ForAll @LongRange(min = 1, max = 10_000) long happy) {
        Histogram with = nps(unhappy, 0, 0);
        Histogram all = nps(unhappy, between, happy);

        Friction friction = Friction.of(all, Map.of("late", with)).getFirst();

        double withoutIt = Figure.of(all.minus(with)).orElseThrow().value();
        double now = Figure.of(all).orElseThrow().value();
        assertThat(friction.cost()).isCloseTo(withoutIt - now, within(1e-6));
        assertThat(friction.interval().contains(friction.cost())).isTrue();
    }

    private static Histogram nps(long unhappy, long between, long happy) {
        return Histogram.of(Metric.NPS, Map.of(3, unhappy, 7, between, 10, happy));
    }
}

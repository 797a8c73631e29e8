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

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class DriverTest {
    private static final Histogram LATE = Histogram.of(Metric.NPS, Map.of(2, 1L, 4, 1L, 6, 1L));
    private static final Histogram OTHERS = Histogram.of(Metric.NPS, Map.of(8, 2L, 10, 2L));

    /**
     * Means 4 and 9, variances 4 and 4/3, so squared errors 4/3 and 1/3, which makes 3 degrees of
     * freedom: the quantile in tables is 3.1824.
     */
    @Test
    void comparesThoseWhoNameAReasonWithThoseWhoDoNot() {
        Driver late = new Driver("late", LATE, OTHERS);

        assertThat(late.share()).isEqualTo(new Share(3, 7));
        assertThat(late.difference()).contains(-5.0);
        assertThat(late.weight().orElseThrow()).isCloseTo(-5.0 * 3 / 7, within(1e-9));
        Interval interval = late.interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(-5 - 3.1824 * Math.sqrt(5.0 / 3), within(0.001));
        assertThat(interval.high()).isCloseTo(-5 + 3.1824 * Math.sqrt(5.0 / 3), within(0.001));
    }

    /** Alike on both sides, so with the degrees of freedom of Student's own test: 6. */
    @Test
    void agreesWithStudentWhereBothSidesScatterAlike() {
        Histogram with = Histogram.of(Metric.CES, Map.of(1, 2L, 3, 2L));
        Histogram without = Histogram.of(Metric.CES, Map.of(5, 2L, 7, 2L));

        Interval interval = new Driver("late", with, without).interval().orElseThrow();

        double error = Math.sqrt(2 * (4.0 / 3) / 4);
        assertThat(interval.low()).isCloseTo(-4 - 2.4469 * error, within(0.001));
        assertThat(interval.high()).isCloseTo(-4 + 2.4469 * error, within(0.001));
    }

    @Test
    void tellsNoIntervalWhereTooFewOrAllAlikeAnswered() {
        Histogram one = Histogram.of(Metric.NPS, Map.of(2, 1L));
        Histogram alike = Histogram.of(Metric.NPS, Map.of(2, 9L));

        assertThat(new Driver("late", one, OTHERS).interval()).isEmpty();
        assertThat(new Driver("late", OTHERS, one).interval()).isEmpty();
        assertThat(new Driver("late", one, one).interval()).isEmpty();
        assertThat(new Driver("late", alike, alike).interval()).isEmpty();
        assertThat(new Driver("late", alike, OTHERS).interval()).isPresent();
    }

    @Test
    void tellsNoDifferenceWhereAllNameTheReason() {
        Driver all = new Driver("late", LATE, Histogram.empty(Metric.NPS));

        assertThat(all.difference()).isEmpty();
        assertThat(all.weight()).isEmpty();
        assertThat(all.interval()).isEmpty();
    }

    @Test
    void putsWhatCostsMostFirst() {
        Histogram all = Histogram.of(Metric.NPS, Map.of(0, 1L, 4, 10L, 9, 20L, 10, 9L));

        List<Driver> drivers =
                Driver.of(
                        all,
                        Map.of(
                                "damaged", Histogram.of(Metric.NPS, Map.of(0, 1L)),
                                "late", Histogram.of(Metric.NPS, Map.of(4, 10L)),
                                "friendly", Histogram.of(Metric.NPS, Map.of(10, 9L)),
                                "everything", all,
                                "unnamed", Histogram.empty(Metric.NPS)));

        assertThat(drivers)
                .extracting(Driver::reason)
                .containsExactly("late", "damaged", "friendly", "everything");
        assertThat(drivers.get(1).without().replies()).isEqualTo(39);
    }

    @Test
    void mixesNoMetrics() {
        assertThatThrownBy(() -> new Driver("late", LATE, Histogram.empty(Metric.CES)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void hasTheDifferenceInTheMiddleOfAnIntervalThatShrinks(
            @ForAll("histograms") Histogram with, @ForAll("histograms") Histogram without) {
        Driver few = new Driver("late", with, without);
        Driver many = new Driver("late", with.plus(with), without.plus(without));

        few.interval()
                .ifPresent(
                        interval -> {
                            double difference = few.difference().orElseThrow();
                            assertThat((interval.low() + interval.high()) / 2)
                                    .isCloseTo(difference, within(1e-9));
                            assertThat(many.interval().orElseThrow().width())
                                    .isLessThan(interval.width());
                        });
    }

    @Property
    void isTheOppositeOfNotNamingTheReason(
            @ForAll("histograms") Histogram with, @ForAll("histograms") Histogram without) {
        Driver one = new Driver("late", with, without);
        Driver other = new Driver("in time", without, with);

        assertThat(other.interval().isPresent()).isEqualTo(one.interval().isPresent());
        one.interval()
                .ifPresent(
                        interval ->
                                assertThat(other.interval().orElseThrow().low())
                                        .isCloseTo(-interval.high(), within(1e-9)));
    }

    @Provide
    Arbitrary<Histogram> histograms() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, 10), Arbitraries.longs().between(0, 40))
                .map(counts -> Histogram.of(Metric.NPS, counts));
    }
}

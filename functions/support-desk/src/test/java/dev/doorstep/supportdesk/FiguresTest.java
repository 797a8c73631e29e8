package dev.doorstep.supportdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.doorstep.surveys.Customer;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

class FiguresTest {

    /** As the formula of Wilson gives them, by hand. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.000, 0.278",
        "5, 10, 0.237, 0.763",
        "10, 10, 0.722, 1.000",
        "1, 1, 0.207, 1.000"
    })
    void tellsWhereAShareMayLie(int of, int all, double low, double high) {
        Share share = new Share(of, all);

        assertThat(share.low()).isCloseTo(low, within(0.001));
        assertThat(share.high()).isCloseTo(high, within(0.001));
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(new Share(0, 0).low()).isZero();
        assertThat(new Share(0, 0).high()).isEqualTo(1);
        assertThat(Middle.of(List.of(), Figures::halfway)).isEmpty();
    }

    @Property
    void hasTheShareWithinItsInterval(
            @ForAll @IntRange(min = 1, max = 500) int all, @ForAll @IntRange(max = 500) int some) {
        Share share = new Share(Math.min(some, all), all);

        assertThat(share.low()).isBetween(0.0, share.value() + 1e-9);
        assertThat(share.high()).isBetween(share.value() - 1e-9, 1.0);
    }

    /** The ranks are those of tables of the binomial distribution. */
    @ParameterizedTest
    @CsvSource({"6, 1, 6", "10, 2, 9", "20, 6, 15", "100, 40, 61"})
    void tellsBetweenWhichTimesTheMedianLies(int count, int low, int high) {
        Middle<Duration> middle = Middle.of(minutes(count), Figures::halfway).orElseThrow();

        assertThat(middle.range())
                .contains(new Middle.Range<>(Duration.ofMinutes(low), Duration.ofMinutes(high)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "2, 1.5", "5, 3.0"})
    void tellsNoIntervalOfFewTimes(int count, double median) {
        Middle<Duration> middle = Middle.of(minutes(count), Figures::halfway).orElseThrow();

        assertThat(middle.range()).isEmpty();
        assertThat(middle.median()).isEqualTo(Duration.ofSeconds((long) (median * 60)));
    }

    @Test
    void tellsTheMiddleOfTheAgents() {
        List<Figures> agents = List.of(agent(10, 9), agent(20, 20), agent(30, 6), agent(0, 0));

        AgentsMedian median = AgentsMedian.of(agents).orElseThrow();

        assertThat(median.cases()).map(Middle::median).contains(15.0);
        assertThat(median.kept()).map(Middle::median).contains(0.9);
        assertThat(median.recovered()).isEmpty();
        assertThat(median.timeToContact()).isEmpty();
    }

    @Test
    void tellsNoMiddleOfTwoAgentsSinceEachWouldKnowTheOthersFigures() {
        assertThat(AgentsMedian.of(List.of(agent(10, 9), agent(20, 20)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am Ada Lovelace, ada!         | I am … …, …!",
                "Write to ada@customer.example.  | Write to …",
                "Call +49 30 901820 at 4         | Call … at 4",
                "Adamant about it                | Adamant about it",
                "It cost 10 euros                | It cost 10 euros",
            })
    void leavesOutWhoTheCustomerIs(String said, String nameless) {
        Customer ada =
                new Customer(
                        Optional.empty(),
                        Optional.of("Ada Lovelace"),
                        Locale.ENGLISH,
                        ZoneId.of("Europe/London"),
                        Optional.empty());

        assertThat(Nameless.of(said, ada)).isEqualTo(nameless);
    }

    private static Figures agent(int cases, int kept) {
        return new Figures(cases, new Share(kept, cases), new Share(0, 0), Optional.empty());
    }

    private static List<Duration> minutes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Duration::ofMinutes).toList();
    }
}

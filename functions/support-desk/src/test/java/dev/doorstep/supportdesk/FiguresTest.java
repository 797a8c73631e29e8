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
        assertThat(Middle.of(List.of())).isEmpty();
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
        Middle middle = Middle.of(minutes(count)).orElseThrow();

        assertThat(middle.range())
                .contains(new Middle.Range(Duration.ofMinutes(low), Duration.ofMinutes(high)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "2, 1.5", "5, 3.0"})
    void tellsNoIntervalOfFewTimes(int count, double median) {
        Middle middle = Middle.of(minutes(count)).orElseThrow();

        assertThat(middle.range()).isEmpty();
        assertThat(middle.median()).isEqualTo(Duration.ofSeconds((long) (median * 60)));
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

    private static List<Duration> minutes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Duration::ofMinutes).toList();
    }
}

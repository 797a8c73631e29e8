package dev.doorstep.emailreply.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;

/** What customers write in each language; no score may be read wrongly. */
class ExamplesTest {
    private static final double LEAST_COVERAGE = 0.9;
    private static final int LEAST_EXAMPLES = 60;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "lb", "pt", "sl", "el", "ar"})
    void readsWhatAPersonWouldBeSureOfAndNothingElse(String language) {
        List<Example> examples = Example.of(language);

        List<String> wrong =
                examples.stream()
                        .filter(one -> !one.readScore().equals(one.score()))
                        .filter(one -> !one.isHard() || one.readScore().isPresent())
                        .map(one -> "%s | %s → %s".formatted(one.metric(), one, one.read()))
                        .toList();

        assertThat(wrong).isEmpty();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(LEAST_EXAMPLES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "lb", "pt", "sl", "el", "ar"})
    void readsNineOfTenScoresAndNoneWrongly(String language) {
        Tally tally = Tally.of(Example.of(language));

        System.out.println(language + " " + tally);
        assertThat(tally.precision()).isEqualTo(1);
        assertThat(tally.coverage()).isGreaterThanOrEqualTo(LEAST_COVERAGE);
    }

    /**
     * @param told examples in which a person reads a score
     * @param read those in which the reader reads one
     * @param right of these those where both read the same
     */
    private record Tally(long examples, long told, long read, long right) {

        static Tally of(List<Example> examples) {
            return new Tally(
                    examples.size(),
                    examples.stream().filter(one -> one.score().isPresent()).count(),
                    examples.stream().filter(one -> one.readScore().isPresent()).count(),
                    examples.stream()
                            .filter(one -> one.readScore().isPresent())
                            .filter(one -> one.readScore().equals(one.score()))
                            .count());
        }

        double precision() {
            return (double) right / read;
        }

        double coverage() {
            return (double) right / told;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "examples %3d  scores %3d  read %3d  precision %.3f  coverage %.3f",
                    examples,
                    told,
                    read,
                    precision(),
                    coverage());
        }
    }
}

package dev.doorstep.emailreply.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.doorstep.programme.Metric;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

class ScoreReaderTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int LOOKED_AT = 64 * 1024;

    private final ScoreReader nps = new ScoreReader(Metric.NPS, Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "8, ALONE",
        "My score: 8/10, ALONE",
        "All in order. 8/10., FRACTION",
        "Nice people. I give 8, PHRASE",
        "8 because it was late, FIRST"
    })
    void tellsHowTheScoreWasTold(String text, Tier tier) {
        assertThat(nps.read(text)).isEqualTo(new Reading.Score(8, tier, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11 | OFF_SCALE",
                "-5 | OFF_SCALE",
                "4/5 | OTHER_SCALE",
                "5 stars | OTHER_SCALE",
                "8 and 3 | RANGE",
                "box 8. Driver: 3. | UNSAID",
                "8 for the box. 3 for the driver | SEVERAL",
                "7-8 | RANGE",
                "not a 10 | NEGATED",
                "10+ | BOUND",
                "at least 8 | BOUND",
                "would be a 10 | CONDITIONAL",
                "used to be a 10 | CHANGED",
                "8? | QUESTION",
                "hm 8 | UNSAID"
            })
    void tellsWhyItIsNotSure(String text, Cause cause) {
        assertThat(nps.read(text)).isEqualTo(new Reading.Unclear(cause));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "All fine.", "3 parcels", "Order 4711", "No one came", "10 %"})
    void findsNoneWhereNoNumberCouldBeTheScore(String text) {
        assertThat(nps.read(text)).isEqualTo(new Reading.None());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10, terrible | true",
                "10, not terrible at all | false",
                "10, excellent | false",
                "1, not excellent | false",
                "2, terrible | false",
                "7, terrible | false"
            })
    void hintsAtWordsThatSayTheOpposite(String text, boolean contradicts) {
        assertThat(nps.read(text))
                .isInstanceOfSatisfying(
                        Reading.Score.class,
                        score -> assertThat(score.contradicts()).isEqualTo(contradicts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1, excellent", "2 - very satisfied", "10 points for losing my parcel"})
    void asksWhereTheWordsSayTheOppositeAndTheNumberMayNotBeMeant(String text) {
        assertThat(nps.read(text)).isEqualTo(new Reading.Unclear(Cause.CONTRADICTED));
    }

    @Test
    void readsEnglishWhateverTheLanguage() {
        ScoreReader unknown = new ScoreReader(Metric.NPS, Locale.of("xx"));
        ScoreReader greek = new ScoreReader(Metric.NPS, Locale.of("el", "GR"));

        assertThat(unknown.read("I give you nine points"))
                .isEqualTo(new Reading.Score(9, Tier.PHRASE, false));
        assertThat(greek.read("I give you nine points"))
                .isEqualTo(new Reading.Score(9, Tier.PHRASE, false));
    }

    @Test
    void looksAtTheFirst64KilobytesOnly() {
        String filler = " ".repeat(LOOKED_AT);

        assertThat(nps.read("8" + filler + "9")).isEqualTo(new Reading.Score(8, Tier.ALONE, false));
        assertThat(nps.read(filler + "8")).isEqualTo(new Reading.None());
    }

    @Timeout(30)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "8 ",
                "8, ",
                "8/10 ",
                "1/",
                "1-",
                "8\n",
                "a",
                "a ",
                "not ",
                "give ",
                "give 8 ",
                "10. ",
                "8 to ",
                "from me ",
                "(",
                "8(",
                "\"8",
                "one ",
                "one 8 ",
                "★",
                "1. a\n",
                "twenty ",
                "'a",
                "hello ",
                "of ",
                "8 of ",
                "d'",
                "٩",
                "½",
                "thanks ",
                "8 thanks ",
                "- ",
                "?",
                "if 8 "
            })
    void readsAMegabyteOfAnythingAtOnce(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());

        for (Metric metric : Metric.values()) {
            assertThat(new ScoreReader(metric, Locale.FRENCH).read(text)).isNotNull();
            assertThat(new ScoreReader(metric, Locale.ENGLISH).read("I give 8 " + text))
                    .isNotNull();
        }
    }

    @Test
    @SuppressWarnings("NullAway")
    void wantsAText() {
        assertThatNullPointerException()
                .isThrownBy(() -> nps.read(null))
                .withMessage("newText is null");
    }
}

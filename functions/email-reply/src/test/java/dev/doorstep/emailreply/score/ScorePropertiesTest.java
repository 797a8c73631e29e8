package dev.doorstep.emailreply.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.doorstep.programme.Metric;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What holds for every text in every language. */
class ScorePropertiesTest {
    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "lb", "pt", "sl", "el", "ar", "it", "da");
    private static final List<String> PIECES =
            split(
                    "I give|not|would|and|to|instead of|because|but|thanks|points|for|score:|"
                            + "Hello,|days|out of|gebe|nicht|wenn|je mets|pas|dajem|ne|dou|não|"
                            + "βάζω|δεν|أعطيكم|ليس|,|.|!|?|-|/|:|\n|(|)|*|'|★|%|€|ـ|½|²|"
                            + "0|1|5|7|8|10|٩|９|9️⃣|4711|seven|eine");
    // none of them counts in any language, as "und" does in Portuguese
    private static final List<String> WORDS =
            split(
                    "|I give|and|and then|instead of|because|thanks,|score:|Hello,|maybe|"
                            + "not|great service|driver|gebe|statt|für|je mets|au lieu de|dajem|"
                            + "namesto|dou|βάζω|αντί|أعطيكم|بدلا من|,|.|!|\n|- |\n\n|:|😀");

    @Property
    void readsAnyTextWithoutFailing(
            @ForAll String text, @ForAll("languages") String language, @ForAll Metric metric) {
        assertThatCode(() -> read(metric, language, text)).doesNotThrowAnyException();
        assertThatCode(() -> Words.of(Locale.of(language)).isUnsubscribe(text))
                .doesNotThrowAnyException();
    }

    @Property
    void readsOnlyScoresOfTheScale(
            @ForAll("texts") String text,
            @ForAll("languages") String language,
            @ForAll Metric metric) {
        if (read(metric, language, text) instanceof Reading.Score(int value, _, _)) {
            assertThat(metric.allows(value)).isTrue();
        }
    }

    @Property
    void readsANumberThatStandsAlone(
            @ForAll("languages") String language,
            @ForAll Metric metric,
            @ForAll @IntRange(max = 10) int number,
            @ForAll("around") String around) {
        Reading reading = read(metric, language, around.replace("#", String.valueOf(number)));

        if (metric.allows(number)) {
            assertThat(reading).isEqualTo(new Reading.Score(number, Tier.ALONE, false));
        } else {
            assertThat(reading).isEqualTo(new Reading.Unclear(Cause.OFF_SCALE));
        }
    }

    @Property
    void readsNoPartOfALongerNumber(
            @ForAll("languages") String language,
            @ForAll Metric metric,
            @ForAll @IntRange(min = 11) int number) {
        assertThat(read(metric, language, String.valueOf(number)))
                .isNotInstanceOf(Reading.Score.class);
    }

    @Property
    void readsNoNumberWithinLetters(
            @ForAll("languages") String language,
            @ForAll Metric metric,
            @ForAll @IntRange(max = 10) int number,
            @ForAll("letters") String before,
            @ForAll("letters") String after) {
        Assume.that(!before.isEmpty() || !after.isEmpty());

        assertThat(read(metric, language, before + number + after))
                .isNotInstanceOf(Reading.Score.class);
    }

    @Property(tries = 5000)
    void readsNoScoreWhereTwoDifferentOnesStand(
            @ForAll("languages") String language,
            @ForAll Metric metric,
            @ForAll @IntRange(max = 10) int first,
            @ForAll @IntRange(max = 10) int second,
            @ForAll("words") String before,
            @ForAll("words") String between,
            @ForAll("words") String after) {
        Assume.that(first != second && metric.allows(first) && metric.allows(second));

        String text = String.join(" ", before, "" + first, between, "" + second, after);

        assertThat(read(metric, language, text)).isNotInstanceOf(Reading.Score.class);
    }

    @Property
    void readsTheSameWithMarksOfDirection(
            @ForAll("texts") String text, @ForAll("languages") String language) {
        String marked =
                text.codePoints()
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining("\u200F", "\u2067", "\u2069"));

        assertThat(read(Metric.NPS, language, marked)).isEqualTo(read(Metric.NPS, language, text));
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of(LANGUAGES);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES)
                .list()
                .ofMaxSize(10)
                .map(pieces -> String.join(" ", pieces).replace(" /", "/"));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(WORDS);
    }

    @Provide
    Arbitrary<String> around() {
        return Arbitraries.of(
                "#", " # ", "#.", "#!", "# !!!", "\n#\n", "*#*", "“#”", "\"#\"", "(#)", "#\n\n\n",
                "# 😊");
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings().alpha().ofMaxLength(4);
    }

    private static List<String> split(String joined) {
        return List.of(joined.split("\\|"));
    }

    private static Reading read(Metric metric, String language, String text) {
        return new ScoreReader(metric, Locale.of(language)).read(Objects.requireNonNull(text));
    }
}

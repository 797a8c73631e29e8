package dev.doorstep.texts;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class TextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final Instant MOMENT = Instant.parse("2026-11-25T10:30:00Z");

    @Test
    void speaksTheLanguageOfTheCustomer() {
        assertThat(Texts.of("mail", Locale.forLanguageTag("de-AT")).text("greeting.named", "Jörg"))
                .isEqualTo("Guten Tag Jörg,");
    }

    @Test
    void speaksEnglishToThoseWhoseLanguageItDoesNotSpeak() {
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            Texts texts = Texts.of("mail", Locale.forLanguageTag("fi"));

            assertThat(texts.text("greeting")).isEqualTo("Hello,");
            assertThat(texts.language()).isEqualTo("en");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void tellsTheTimeOfTheCustomersClock() {
        assertThat(Texts.of("mail", Locale.UK).when(MOMENT, ZoneId.of("Europe/London")))
                .isEqualTo("Wednesday, 25 November, 10:30");
        assertThat(Texts.of("mail", Locale.GERMANY).when(MOMENT, ZoneId.of("Europe/Berlin")))
                .isEqualTo("Mittwoch, 25. November, 11:30 Uhr");
    }

    @Test
    void isolatesNamesThatRunTheOtherWay() {
        assertThat(Texts.of("mail", Locale.ENGLISH).text("greeting.named", "Ada"))
                .isEqualTo("Hello Ada,");
        assertThat(Texts.of("mail", Locale.ENGLISH).text("greeting.named", "ليلى"))
                .isEqualTo("Hello \u2068ليلى\u2069,");
        assertThat(Texts.of("mail", Locale.of("ar")).text("greeting.named", "Ada"))
                .contains("\u2068Ada\u2069");
    }

    @Test
    void writesNumbersAsTheScaleShowsThem() {
        assertThat(Texts.of("mail", Locale.of("ar")).text("score", 10)).contains("10");
    }

    @Test
    void tellsWhichWayTheTextRuns() {
        assertThat(Texts.of("page", Locale.of("ar")).direction()).isEqualTo("rtl");
        assertThat(Texts.of("page", Locale.of("el")).direction()).isEqualTo("ltr");
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasEachTextInEachLanguage(String bundle, Language language) {
        Properties english = texts(bundle, Language.EN);
        Properties texts = texts(bundle, language);

        assertThat(texts.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("files")
    void namesTheSameThingsInEachLanguage(String bundle, Language language) {
        Properties english = texts(bundle, Language.EN);

        texts(bundle, language)
                .forEach(
                        (key, text) ->
                                assertThat(placeholders(text.toString()))
                                        .as("%s of %s in %s", key, bundle, language)
                                        .isEqualTo(
                                                placeholders(english.getProperty(key.toString()))));
    }

    /** A lone one starts a quotation, and takes itself and placeholders out of the text. */
    @ParameterizedTest
    @MethodSource("files")
    void hasNoLoneApostrophe(String bundle, Language language) {
        if (!bundle.equals("times")) {
            assertThat(texts(bundle, language).values())
                    .allSatisfy(
                            text ->
                                    assertThat(text.toString().replace("''", ""))
                                            .doesNotContain("'"));
        }
    }

    /** Customers are spoken to in each language, support in those that it works in. */
    static Stream<Arguments> files() {
        return Stream.concat(
                Stream.of("mail", "page", "times").flatMap(b -> files(b, Language.values())),
                Stream.of("desk", "insights", "playbook")
                        .flatMap(b -> files(b, Language.EN, Language.DE)));
    }

    private static Stream<Arguments> files(String bundle, Language... languages) {
        return Arrays.stream(languages).map(language -> Arguments.of(bundle, language));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** One file alone, without what it falls back on. */
    private static Properties texts(String bundle, Language language) {
        String file = bundle + (language == Language.EN ? "" : "_" + language.id()) + ".properties";
        Properties texts = new Properties();
        try (InputStream in = TextsTest.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}

package dev.doorstep.texts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

class TextsTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"mail", "page", "times"})
    void hasEachTextInEachLanguage(String bundle) {
        assertThat(keys(bundle + "_de.properties")).isEqualTo(keys(bundle + ".properties"));
    }

    /** The keys of one file alone, without those that it falls back on. */
    private static Set<String> keys(String file) {
        Properties texts = new Properties();
        try (InputStream in = TextsTest.class.getResourceAsStream(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames();
    }
}

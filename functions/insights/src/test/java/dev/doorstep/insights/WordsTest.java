package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.texts.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

class WordsTest {
    private final Words english = new Words(Texts.of(Words.BUNDLE, Locale.ENGLISH));
    private final Words german = new Words(Texts.of(Words.BUNDLE, Locale.GERMAN));

    @Test
    void speaksOfOneAsOfOne() {
        assertThat(english.from(0)).isEqualTo("from 0 replies");
        assertThat(english.from(1)).isEqualTo("from 1 reply");
        assertThat(english.from(2_000)).isEqualTo("from 2,000 replies");
        assertThat(german.from(1)).isEqualTo("aus 1 Antwort");
        assertThat(german.from(2_000)).isEqualTo("aus 2.000 Antworten");
        assertThat(DownloadView.progress(0, 1, 1, english)).isEqualTo("0 of 1 day, 1 reply");
        assertThat(DownloadView.progress(1, 2, 0, english)).isEqualTo("1 of 2 days, 0 replies");
        assertThat(DownloadView.progress(0, 1, 1, german)).isEqualTo("0 von 1 Tag, 1 Antwort");
        assertThat(DownloadView.progress(1, 2, 0, german)).isEqualTo("1 von 2 Tagen, 0 Antworten");
    }

    @ParameterizedTest
    @CsvSource({
        "carrier, dhl, dhl",
        "carrier, unknown, Not known",
        "carrier, other, All others",
        "country, lu, Luxembourg",
        "country, unknown, Not known",
        "country, other, All others",
        "language, de, German",
        "language, other, All others",
        "product-group, unknown, Not known",
        "reason, late, Took too long",
        "reason, other, Something else",
        "channel, phone, Phone",
        "days-late, unknown, Not known",
        "days-late, over-7, Over a week late"
    })
    void namesValuesThoseThatAreNotKnownAndThoseBeyondWhatThereIsRoomFor(
            String dimension, String value, String name) {
        assertThat(english.value(dimension, value)).isEqualTo(name);
    }
}

package dev.doorstep.emailreply.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

class TextPartTest {

    @ParameterizedTest
    @CsvSource({
        "utf-8, Größe 9 – ωραία",
        "UTF8, Größe 9 – ωραία",
        "iso-8859-1, Größe 9",
        "iso-8859-15, Größe 9 für 5 €",
        "windows-1252, Größe 9 – “gut” für 5 €",
        "iso-8859-7, ωραία 9",
        "windows-1253, ωραία 9",
        "windows-1250, škatla čista 9",
        "iso-8859-2, škatla čista 9",
        "windows-1256, ممتاز 9",
        "iso-2022-jp, 九点 9",
        "utf-16, Größe 9",
        "cp850, Größe 9"
    })
    void readsTheCharsetThatTheMailNames(String charset, String text) {
        TextPart part = part(Optional.of(charset), text.getBytes(Charset.forName(charset)));

        assertThat(part.text(Locale.ENGLISH)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "de, windows-1252, Größe 9 – “gut”",
        "fr, windows-1252, très bien 9 – l’été",
        "el, windows-1253, ωραία 9",
        "sl, windows-1250, škatla čista 9",
        "ar, windows-1256, ممتاز 9",
        "el, utf-8, ωραία 9",
        "de, utf-8, Größe 9"
    })
    void knowsWhatALanguageIsWrittenInWhereTheMailDoesNotSay(
            String language, String charset, String text) {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        Locale locale = Locale.of(language);

        assertThat(part(Optional.empty(), bytes).text(locale)).isEqualTo(text);
        assertThat(part(Optional.of("us-ascii"), bytes).text(locale)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-unknown", "utf-7", "iso-8859-8-i", "", " ", "\u0000", "utf 8", "ö"})
    void passesOverACharsetThatThereIsNot(String charset) {
        byte[] bytes = "Größe 9".getBytes(StandardCharsets.UTF_8);

        assertThat(part(Optional.of(charset), bytes).text(Locale.GERMAN)).isEqualTo("Größe 9");
    }

    @Test
    void passesOverACharsetThatIsNotTheTextsOwn() {
        byte[] bytes = "Größe 9 – gut".getBytes(Charset.forName("windows-1252"));

        assertThat(part(Optional.of("utf-8"), bytes).text(Locale.GERMAN))
                .isEqualTo("Größe 9 – gut");
    }

    @Test
    void readsQuotationMarksInWhatCallsItselfLatin() {
        byte[] bytes = "it’s “fine”, 5 €".getBytes(Charset.forName("windows-1252"));

        assertThat(part(Optional.of("iso-8859-1"), bytes).text(Locale.ENGLISH))
                .isEqualTo("it’s “fine”, 5 €");
    }

    @Test
    void readsAnyBytesInAnyCharsetOfThisMachine() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }

        assertThat(Charset.availableCharsets().keySet())
                .allSatisfy(
                        charset ->
                                assertThat(part(Optional.of(charset), bytes).text(Locale.ENGLISH))
                                        .isNotNull());
    }

    @Test
    void isNotChangedFromOutside() {
        byte[] bytes = "9".getBytes(StandardCharsets.UTF_8);
        TextPart part = part(Optional.empty(), bytes);

        bytes[0] = 'x';
        part.content()[0] = 'y';

        assertThat(part.text(Locale.ENGLISH)).isEqualTo("9");
    }

    private static TextPart part(Optional<String> charset, byte[] bytes) {
        return new TextPart(bytes, charset, false, false);
    }
}

package dev.doorstep.emailreply.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** Each mark that is listed is known, above and below and without what else may be there. */
class MarksTest {
    private static final String TEXT = "9\n\nVery fast, the driver was friendly.";
    private static final String MAIL = "Hello Jane,\n\nit has come.\n\n0 1 2 3 4 5 6 7 8 9 10";
    private static final String QUOTE = "> " + MAIL.replace("\n", "\n> ");
    private static final String INTRODUCTION = "On 4/17/2024 8:02 AM, Doorstep wrote:";

    @ParameterizedTest
    @MethodSource
    void cutsBelowIntroductions(String introduction) {
        assertText(TEXT + "\n\n" + introduction + "\n\n" + QUOTE, TEXT);
        assertText(TEXT + "\n" + introduction + "\n" + MAIL, TEXT);
        assertText(introduction + "\n" + QUOTE + "\n\n" + TEXT, TEXT);
    }

    static Stream<String> cutsBelowIntroductions() {
        return TestFiles.lines("introductions.txt");
    }

    @ParameterizedTest
    @MethodSource
    void cutsShortIntroductionsOnlyAboveAQuote(String introduction) {
        String mail = TEXT + "\n\n" + introduction + "\n";

        assertText(mail + QUOTE, TEXT);
        assertText(mail + "it was late.", mail + "it was late.");
    }

    static Stream<String> cutsShortIntroductionsOnlyAboveAQuote() {
        return TestFiles.lines("short-introductions.txt");
    }

    @ParameterizedTest
    @MethodSource
    void cutsBelowHeaderBlocks(String block) {
        assertText(TEXT + "\n\n" + block + "\n\n" + MAIL, TEXT);
        assertText(TEXT + "\n" + block + "\n" + MAIL, TEXT);
    }

    static Stream<String> cutsBelowHeaderBlocks() {
        return TestFiles.lines("header-blocks.txt");
    }

    @ParameterizedTest
    @MethodSource
    void cutsWhatPhonesAndProgramsSignWith(String line) {
        assertText(TEXT + "\n\n" + line, TEXT);
        assertText(line + "\n\n" + TEXT, TEXT);
        assertText(line, "");
    }

    static Stream<String> cutsWhatPhonesAndProgramsSignWith() {
        return TestFiles.lines("sent-from.txt");
    }

    @ParameterizedTest
    @MethodSource
    void cutsClosingsAndFooters(String closing) {
        assertText(TEXT + "\n\n" + closing, TEXT);
        assertText(TEXT + "\n" + closing + "\n\n" + INTRODUCTION + "\n" + QUOTE, TEXT);
    }

    static Stream<String> cutsClosingsAndFooters() {
        return TestFiles.lines("closings.txt");
    }

    @ParameterizedTest
    @MethodSource
    void keepsWhatOnlyLooksLikeAMark(String text) {
        assertText(text, text);
        assertText(text + "\n\n" + INTRODUCTION + "\n" + QUOTE, text);
    }

    static Stream<String> keepsWhatOnlyLooksLikeAMark() {
        return TestFiles.lines("kept.txt");
    }

    @Test
    void readsTheWordsThatRepliesAreReadWith() {
        assertThat(Marks.read().words("closing")).contains("yours faithfully", "schöne grüße");
        assertThat(Marks.read().words("sent-from")).contains("sent from my", "von meinem");
    }

    private static void assertText(String mail, String text) {
        for (NewTextReader reader : Readers.both()) {
            assertThat(reader.readPlain(mail).text()).isEqualTo(text);
        }
    }
}

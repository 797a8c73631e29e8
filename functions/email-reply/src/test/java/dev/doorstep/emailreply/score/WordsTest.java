package dev.doorstep.emailreply.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | STOP",
                "en | Stop!!!",
                "en | Hello, please unsubscribe me. Thanks!",
                "en | Unsubscribe. No more mails please",
                "de | Bitte abmelden",
                "de | Guten Tag, bitte keine Mails mehr. Danke!",
                "de | unsubscribe",
                "fr | Merci de me désabonner.",
                "fr | Bonjour, ne m’envoyez plus de mails",
                "lb | W.e.g. keng Maile méi",
                "sl | Odjavite me, prosim",
                "ar | إلغاء الاشتراك"
            })
    void knowsAWishForNoMoreQuestions(String language, String text) {
        assertThat(Words.of(Locale.of(language)).isUnsubscribe(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | ''",
                "en | Thanks!",
                "en | Hello",
                "en | Please do not stop asking",
                "en | The driver did not stop",
                "en | Stop sending me broken lamps",
                "en | 8, unsubscribe",
                "en | stop?",
                "de | Das Paket kam an, bitte abmelden von der Liste der Händler",
                "fr | Le livreur au stop"
            })
    void takesNothingElseForOne(String language, String text) {
        assertThat(Words.of(Locale.of(language)).isUnsubscribe(text)).isFalse();
    }

    @Test
    void readsEachLanguagesListsOnce() {
        assertThat(Words.of(Locale.of("de", "AT"))).isSameAs(Words.of(Locale.GERMAN));
    }

    @Test
    void leavesOutAccentsWhereThatMakesNoOtherNumber() {
        Words german = Words.of(Locale.GERMAN);

        assertThat(german.number("funf")).hasValue(5);
        assertThat(german.number("fuenf")).hasValue(5);
        assertThat(german.number("fun")).isEmpty();
    }
}

package dev.doorstep.emailreply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.emailreply.mime.Message;
import dev.doorstep.emailreply.score.Words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

class AutomaticMailTest {
    private static final String PERSON = "ada@customer.example";

    @Test
    void takesAPersonsMailForOne() {
        assertThat(
                        isAutomatic(
                                "Return-Path: <ada@customer.example>",
                                "Subject: Re: How was your delivery?",
                                "X-Mailer: Some Mail",
                                "X-Priority: 1"))
                .isFalse();
        assertThat(isAutomatic()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated",
                "Auto-Submitted: auto-notified; owner-email=\"x@y.example\"",
                "Auto-Submitted: Auto-Replied (vacation)",
                "Auto-Submitted: notified",
                "Return-Path: <>",
                "Precedence: bulk",
                "Precedence: Junk",
                "Precedence: list",
                "Precedence: auto_reply",
                "X-Autoreply: yes",
                "X-Autorespond: yes",
                "X-Autoresponder: some",
                "X-Auto-Reply-From: x@y.example",
                "List-Id: <news.example>",
                "List-Unsubscribe: <https://news.example/u>",
                "X-Doorstep-Survey: A-1001~delivery",
                "Content-Type: multipart/report; boundary=b"
            })
    void tellsMailsOfMachinesByTheirHeader(String field) {
        assertThat(isAutomatic(field)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Auto-Submitted: No",
                "Auto-Submitted: no (a person)",
                "Auto-Submitted: no; by=person",
                "Precedence: first-class",
                "Return-Path: <ada@customer.example>",
                "X-Auto-Response-Suppress: All",
                "X-Auto-Response-Suppress: DR, OOF, AutoReply",
                "Content-Type: multipart/alternative; boundary=b"
            })
    void tellsNothingByWhatStandsInMailsOfPeopleToo(String field) {
        assertThat(isAutomatic(field)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailer-daemon@mail.example",
                "MAILER-DAEMON@mail.example",
                "postmaster@customer.example",
                "no-reply@shop.example",
                "noreply+1@shop.example",
                "donotreply@shop.example",
                "MAILER-DAEMON"
            })
    void tellsMailsOfMachinesByTheirSender(String sender) {
        assertThat(
                        AutomaticMail.is(
                                Headed.message("Subject: 9"),
                                sender,
                                Words.of(Locale.ENGLISH).automaticSubjects()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nora@customer.example",
                "reply@customer.example",
                "post@customer.example",
                ""
            })
    void tellsNothingByTheNamesOfPeople(String sender) {
        assertThat(
                        AutomaticMail.is(
                                Headed.message("Subject: 9"),
                                sender,
                                Words.of(Locale.ENGLISH).automaticSubjects()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Automatic reply: How was your delivery?",
        "en, Out of office",
        "en, Undeliverable: How was your delivery?",
        "de, Abwesenheitsnotiz: Wie war Ihre Lieferung?",
        "de, Automatische Antwort: Wie war Ihre Lieferung?",
        "de, Automatic reply: Wie war Ihre Lieferung?",
        "fr, Réponse automatique : Comment",
        "el, Αυτόματη απάντηση: Πώς ήταν",
        "sl, Samodejni odgovor: Kako",
        "pt, Resposta automática: Como",
        "lb, Automatesch Äntwert: Wéi",
        "ar, رد تلقائي: كيف"
    })
    void tellsMailsOfMachinesByTheirSubjectInTheLanguageOfTheSurvey(
            String language, String subject) {
        assertThat(hasAutomaticSubject(language, subject)).as(subject).isTrue();
        assertThat(hasAutomaticSubject(language, subject.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(hasAutomaticSubject(language, "Re: " + subject)).isFalse();
    }

    @Test
    void readsASubjectThatIsEncoded() {
        assertThat(
                        hasAutomaticSubject(
                                "el", "=?utf-8?b?zpHPhc+Ez4zOvM6xz4TOtyDOsc+AzqzOvc+EzrfPg863?="))
                .isTrue();
    }

    private static boolean hasAutomaticSubject(String language, String subject) {
        return AutomaticMail.is(
                Headed.message("Subject: " + subject),
                PERSON,
                Words.of(Locale.of(language)).automaticSubjects());
    }

    private static boolean isAutomatic(String... fields) {
        Message message = Headed.message(fields);
        return AutomaticMail.is(message, PERSON, Words.of(Locale.ENGLISH).automaticSubjects());
    }
}

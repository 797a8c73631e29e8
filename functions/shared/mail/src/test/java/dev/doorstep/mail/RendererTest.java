package dev.doorstep.mail;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.Environment;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.testing.Browser;
import dev.doorstep.testing.LongTexts;
import dev.doorstep.texts.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Leaves each mail in target/previews, to be looked at. */
class RendererTest {
    private static final int PHONE = 360;
    private static final String LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff-Papadopoulou";
    private static final MailLink LINK =
            new MailLink(
                    URI.create("https://survey.example.com/s/token"),
                    URI.create("https://survey.example.com/u/token"),
                    "r-token@reply.example.com");

    private final Renderer renderer = new Renderer(Programme.load(new Environment(Map.of())));

    @Test
    void drawsTheWholeScaleWithALinkForEachScore() {
        String nps = html("nps", survey("delivery", Metric.NPS, Locale.UK, false, false, "Ada"));
        String ces = html("ces", survey("return", Metric.CES, Locale.UK, false, false, "Ada"));
        String csat = html("csat", survey("exchange", Metric.CSAT, Locale.UK, false, false, "Ada"));

        assertThat(nps).contains("/s/token/0\"", "/s/token/10\"");
        assertThat(ces).contains("/s/token/1\"", "/s/token/7\"").doesNotContain("/s/token/0\"");
        assertThat(csat).contains("/s/token/5\"").doesNotContain("/s/token/6\"");
    }

    @Test
    void offersNotReceivedForADeliveryOnly() {
        assertThat(
                        renderer.render(
                                        survey(
                                                "delivery",
                                                Metric.NPS,
                                                Locale.UK,
                                                false,
                                                false,
                                                "A"))
                                .html())
                .contains("/s/token/not-received");
        assertThat(
                        renderer.render(survey("return", Metric.CES, Locale.UK, false, false, "A"))
                                .html())
                .doesNotContain("not-received");
    }

    @Test
    void namesALateDeliveryAsLate() {
        SurveyMail late = survey("delivery", Metric.NPS, Locale.GERMANY, true, false, "Jörg");

        assertThat(html("late-de", late)).contains("später als versprochen", "lang=\"de\"");
        assertThat(renderer.render(late).text()).contains("später als versprochen");
    }

    @Test
    void saysThatAReminderIsTheLast() {
        SurveyMail reminder = survey("delivery", Metric.NPS, Locale.UK, false, true, "Ada");

        assertThat(html("reminder", reminder)).contains("We will not ask again");
        assertThat(renderer.render(reminder).subject()).startsWith("A short reminder");
    }

    @Test
    void escapesWhatCustomersAndShopsWrite() {
        SurveyMail mail =
                survey("delivery", Metric.NPS, Locale.UK, false, false, "<img src=x onerror=a()>");

        assertThat(html("escaped", mail)).doesNotContain("<img").contains("&lt;img");
        assertThat(renderer.render(mail).text()).contains("<img src=x");
    }

    @Test
    void givesTheSameLinksInPlainText() {
        String text =
                renderer.render(survey("delivery", Metric.NPS, Locale.UK, false, false, "A"))
                        .text();

        assertThat(text)
                .contains(
                        "10: https://survey.example.com/s/token/10",
                        "https://survey.example.com/s/token/not-received",
                        "https://survey.example.com/u/token")
                .doesNotContain("<", "&");
    }

    @Test
    void promisesATimeOnTheCustomersClock() {
        AcknowledgementMail mail =
                new AcknowledgementMail(
                        SurveyId.parse("A-1001~delivery"),
                        1,
                        "joerg@customer.example",
                        Optional.of("Jörg Müller"),
                        Locale.GERMANY,
                        ZoneId.of("Europe/Berlin"),
                        Instant.parse("2026-11-25T10:00:00Z"),
                        AcknowledgementMail.About.MISSING,
                        Optional.empty(),
                        Optional.of("phone"));

        Rendered rendered = renderer.render(mail, LINK);

        write("acknowledgement-de", rendered.html());
        assertThat(rendered.html()).contains("Mittwoch, 25. November, 11:00 Uhr", "rufen Sie an");
        assertThat(rendered.text()).contains("Mittwoch, 25. November, 11:00 Uhr");
    }

    /** Gmail cuts a mail off at about 102 KB, and with it the way to unsubscribe. */
    @ParameterizedTest
    @EnumSource
    void staysSmallInEachLanguage(Language language) {
        SurveyMail mail =
                survey("delivery", Metric.NPS, language.locale(), true, false, "Ada Lovelace");

        String html = html("survey-" + language.id(), mail);

        assertThat(quotedPrintable(html)).isLessThan(30 * 1024);
        assertThat(html).contains("lang=\"" + language.id() + "\"");
    }

    @ParameterizedTest
    @EnumSource
    void speaksOfWhatACustomerWroteInEachLanguage(Language language) {
        Rendered back = renderer.render(askBack(language.locale()));
        Rendered unscored =
                renderer.render(acknowledgement(language.locale(), Optional.of(Metric.CES)), LINK);
        Rendered scored =
                renderer.render(acknowledgement(language.locale(), Optional.empty()), LINK);

        write("ask-back-" + language.id(), back.html());
        write("acknowledgement-letter-" + language.id(), unscored.html());
        assertThat(back.html()).contains("/s/token/0\"", "/s/token/10\"");
        assertThat(unscored.html()).contains("/s/token/1\"", "/s/token/7\"");
        assertThat(unscored.text()).contains("7: https://survey.example.com/s/token/7");
        assertThat(scored.html()).doesNotContain("/s/token/");
        assertThat(List.of(back, unscored, scored))
                .allSatisfy(
                        mail -> {
                            assertThat(quotedPrintable(mail.html())).isLessThan(30 * 1024);
                            assertThat(mail.text().lines())
                                    .noneMatch(line -> line.matches("[\\d ]+"));
                            assertThat(mail.html())
                                    .contains("dir=\"" + (language == Language.AR ? "rtl" : "ltr"));
                        });
    }

    /** Where there is no Chromium, at least their size is seen to. */
    @Test
    void fitsOnAPhoneWhenTextsAreLonger() {
        Locale longTexts = LongTexts.of("mail", "times");
        Map<String, String> mails = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            mails.put(
                    "survey " + metric,
                    renderer.render(survey("delivery", metric, longTexts, true, false, LONG_NAME))
                            .html());
        }
        mails.put("ask-back", renderer.render(askBack(longTexts)).html());
        mails.put(
                "acknowledgement",
                renderer.render(acknowledgement(longTexts, Optional.of(Metric.NPS)), LINK).html());

        mails.forEach((name, html) -> write("long " + name, html));
        assertThat(mails.values()).allMatch(html -> quotedPrintable(html) < 30 * 1024);
        assertThat(mails.values()).allMatch(html -> html.contains("žóčë"));
        Browser.find()
                .ifPresent(
                        browser ->
                                assertThat(browser.widths(mails, PHONE))
                                        .hasSameSizeAs(mails)
                                        .allSatisfy(
                                                (_, width) ->
                                                        assertThat(width)
                                                                .isLessThanOrEqualTo(PHONE)));
    }

    @Test
    void turnsTheLayoutWithTheText() {
        String arabic =
                html(
                        "survey-ces-ar",
                        survey("return", Metric.CES, Locale.of("ar"), false, false, "ليلى"));

        assertThat(arabic)
                .contains("<html lang=\"ar\" dir=\"rtl\">")
                .containsPattern("<td align=\"right\"[^>]*>1 ")
                .containsPattern("<td align=\"left\"[^>]*>7 ");
    }

    /** The bytes that a text takes in the encoding of its mail (RFC 2045), without line breaks. */
    private static int quotedPrintable(String text) {
        int bytes = 0;
        for (byte b : text.getBytes(UTF_8)) {
            bytes += b == '=' || b < 0 ? 3 : 1;
        }
        return bytes;
    }

    @Test
    void encodesTheShopsNameForTheHeader() {
        assertThat(DisplayName.of("Lamps \"& more\"").withAddress("a@example.com"))
                .isEqualTo("\"Lamps \\\"& more\\\"\" <a@example.com>");
        assertThat(DisplayName.of("Bücher\r\nBcc: x").encoded())
                .isEqualTo("=?UTF-8?B?QsO8Y2hlciBCY2M6IHg=?=");
        assertThat(DisplayName.of("ü".repeat(60)).encoded().split(" "))
                .hasSizeGreaterThan(1)
                .allMatch(word -> word.length() <= 75);
    }

    private String html(String name, SurveyMail mail) {
        String html = renderer.render(mail).html();
        write(name, html);
        return html;
    }

    private static void write(String name, String html) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "previews"));
            Files.writeString(folder.resolve(name + ".html"), html);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static AskBackMail askBack(Locale locale) {
        return new AskBackMail(
                SurveyId.parse("A-1001~delivery"),
                Metric.NPS,
                "ada@customer.example",
                Optional.of("Ada Lovelace"),
                locale,
                LINK);
    }

    private static AcknowledgementMail acknowledgement(
            Locale locale, Optional<Metric> wantedScore) {
        return new AcknowledgementMail(
                SurveyId.parse("A-1001~delivery"),
                1,
                "ada@customer.example",
                Optional.of("Ada Lovelace"),
                locale,
                ZoneId.of("Europe/London"),
                Instant.parse("2026-11-25T10:00:00Z"),
                AcknowledgementMail.About.LETTER,
                wantedScore,
                Optional.empty());
    }

    private static SurveyMail survey(
            String touchpoint,
            Metric metric,
            Locale locale,
            boolean late,
            boolean reminder,
            String name) {
        return new SurveyMail(
                SurveyId.parse("A-1001~" + touchpoint),
                reminder,
                metric,
                "ada@customer.example",
                Optional.of(name),
                locale,
                ZoneId.of("Europe/London"),
                List.of("Reading lamp", "Socks"),
                Optional.of("DHL"),
                late,
                LINK);
    }
}

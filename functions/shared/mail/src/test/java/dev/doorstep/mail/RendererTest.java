package dev.doorstep.mail;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.Environment;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.surveys.DeliveryDate;
import dev.doorstep.surveys.Lateness;
import dev.doorstep.surveys.News;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.testing.Browser;
import dev.doorstep.testing.LongTexts;
import dev.doorstep.texts.Language;
import dev.doorstep.texts.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Leaves each mail in target/previews, to be looked at. */
class RendererTest {
    private static final int PHONE = 360;
    private static final String LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff-Papadopoulou";
    private static final MailLink LINK =
            new MailLink(
                    URI.create("https://survey.example.com/s/token"),
                    URI.create("https://survey.example.com/u/token"),
                    "r-token@reply.example.com");

    private static final DeliveryDate NEXT_DAY =
            new DeliveryDate(
                    Instant.parse("2026-11-27T22:59:59.999Z"),
                    Optional.of(LocalDate.parse("2026-11-27")));
    private static final Instant NEXT_NOON = Instant.parse("2026-11-26T11:00:00Z");
    private static final int LARGEST = 30 * 1024;
    private static final Pattern LINE_OF_DIGITS =
            Pattern.compile("(?m)^[\\s\\p{Cf}]*\\d+[\\s\\p{Cf}\\p{P}]*$");
    private static final String HIDDEN_PREVIEW = "<div style=\"display:none;[^\"]*\">";

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

        assertThat(quotedPrintable(html)).isLessThan(LARGEST);
        assertThat(html).contains("lang=\"" + language.id() + "\"");
    }

    @ParameterizedTest
    @EnumSource
    void asksBackInEachLanguage(Language language) {
        Rendered mail = renderer.render(askBack(Metric.NPS, language.locale()));

        write("ask-back-" + language.id(), mail.html());
        assertThat(quotedPrintable(mail.html())).isLessThan(LARGEST);
        assertThat(mail.html())
                .contains("<html lang=\"" + language.id() + "\"")
                .contains("/s/token/0\"", "/s/token/10\"");
        assertThat(mail.text()).contains("10: https://survey.example.com/s/token/10");
        assertThat(mail.subject()).isEqualTo(text("ask-back.subject", language));
        assertThat(mail.text())
                .contains(text("ask-back.text", language), text("ask-back.once", language));
        assertThat(mail.text()).doesNotContainPattern(LINE_OF_DIGITS);
    }

    @Test
    void asksBackOnTheScaleOfTheQuestion() {
        Rendered ces = renderer.render(askBack(Metric.CES, Locale.UK));

        assertThat(ces.html()).contains("/s/token/1\"", "/s/token/7\"").contains("from 1 to 7");
        assertThat(ces.html()).doesNotContain("/s/token/0\"", "/s/token/8\"");
        assertThat(ces.text()).contains("from 1 to 7");
    }

    @ParameterizedTest
    @EnumSource
    void acknowledgesALetterInEachLanguage(Language language) {
        Rendered mail = renderer.render(aboutLetter(language, Optional.empty()), LINK);

        write("acknowledgement-letter-" + language.id(), mail.html());
        assertThat(quotedPrintable(mail.html())).isLessThan(LARGEST);
        assertThat(mail.html()).contains("<html lang=\"" + language.id() + "\"");
        assertThat(mail.html()).doesNotContain("/s/token/");
        assertThat(mail.text())
                .contains(text("acknowledgement.letter", language))
                .doesNotContain("/s/token/")
                .doesNotContainPattern(LINE_OF_DIGITS);
    }

    @ParameterizedTest
    @EnumSource
    void asksForTheScoreThatALetterDoesNotGive(Language language) {
        Rendered mail = renderer.render(aboutLetter(language, Optional.of(Metric.CSAT)), LINK);

        write("acknowledgement-unscored-" + language.id(), mail.html());
        assertThat(quotedPrintable(mail.html())).isLessThan(LARGEST);
        assertThat(mail.html())
                .contains("/s/token/1\"", "/s/token/5\"")
                .doesNotContain("/s/token/0\"", "/s/token/6\"");
        assertThat(mail.text())
                .contains(text("acknowledgement.letter", language))
                .contains(Texts.of("mail", language.locale()).text("acknowledgement.score", 1, 5))
                .contains("5: https://survey.example.com/s/token/5")
                .doesNotContainPattern(LINE_OF_DIGITS);
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfABrokenPromiseInEachLanguage(Language language) {
        PromiseBrokenMail broken = promiseBroken(language.locale());

        Rendered mail = renderer.render(broken);

        write("promise-broken-" + language.id(), mail.html());
        assertThat(quotedPrintable(mail.html())).isLessThan(LARGEST);
        assertThat(mail.subject()).hasSizeLessThan(75);
        assertThat(List.of(mail.html(), mail.text()))
                .allSatisfy(
                        part ->
                                assertThat(part)
                                        .contains(when(broken.promisedAt(), language))
                                        .doesNotContain("/s/token/"));
        assertThat(mail.text()).contains(text("promise-broken.sorry", language));
    }

    @ParameterizedTest
    @EnumSource
    void carriesWhatSupportWroteInEachLanguage(Language language) {
        FollowUpMail written = written(language.locale(), "Hello,\n\nwe are sorry.\nReally.");

        Rendered mail = renderer.render(written);

        write("follow-up-" + language.id(), mail.html());
        assertThat(quotedPrintable(mail.html())).isLessThan(LARGEST);
        assertThat(mail.html()).contains("we are sorry.<br>Really.");
        assertThat(mail.text())
                .startsWith("Hello,\n\nwe are sorry.\nReally.")
                .contains(when(NEXT_NOON, language), "Robin, Doorstep Demo Shop");
    }

    @Test
    void escapesWhatSupportWrites() {
        Rendered mail = renderer.render(written(Locale.UK, "<script>alert(1)</script> & more"));

        assertThat(mail.html()).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(mail.text()).contains("<script>alert(1)</script> & more");
    }

    @Test
    void tellsSupportNothingOfTheCustomer() {
        StaffMail warning =
                new StaffMail(
                        StaffMail.About.WARNING,
                        SurveyId.parse("A-1001~delivery"),
                        1,
                        "robin@shop.example",
                        ZoneId.of("Europe/Berlin"),
                        NEXT_NOON,
                        Optional.of("Robin"),
                        URI.create("https://desk.example.com/desk/cases/A-1001~delivery"));

        Rendered mail = renderer.render(warning);

        write("staff-warning", mail.html());
        assertThat(mail.subject()).contains("A-1001");
        assertThat(mail.text()).contains("Robin has the case", "/desk/cases/A-1001~delivery");
    }

    private static String when(Instant at, Language language) {
        return Texts.of("mail", language.locale()).when(at, ZoneId.of("Europe/Berlin"));
    }

    private static PromiseBrokenMail promiseBroken(Locale locale) {
        return new PromiseBrokenMail(
                SurveyId.parse("A-1001~delivery"),
                1,
                "ada@customer.example",
                Optional.of("Ada"),
                locale,
                ZoneId.of("Europe/Berlin"),
                NEXT_NOON);
    }

    private static FollowUpMail written(Locale locale, String text) {
        return new FollowUpMail(
                SurveyId.parse("A-1001~delivery"),
                1,
                "ada@customer.example",
                locale,
                ZoneId.of("Europe/Berlin"),
                text,
                Optional.of(NEXT_NOON),
                Optional.of("Robin"));
    }

    @Test
    void asksAndAnswersFromRightToLeft() {
        assertThat(renderer.render(askBack(Metric.CES, Locale.of("ar"))).html())
                .contains("<html lang=\"ar\" dir=\"rtl\">")
                .containsPattern("<td align=\"right\"[^>]*>1 ");
        assertThat(renderer.render(aboutLetter(Language.AR, Optional.of(Metric.CES)), LINK).html())
                .contains("<html lang=\"ar\" dir=\"rtl\">")
                .containsPattern("<td align=\"left\"[^>]*>7 ");
    }

    /** A line of digits in the text that a reply quotes could be taken for its score. */
    @ParameterizedTest
    @EnumSource
    void hasNoBareLineOfDigitsInTheMailThatAsks(Language language) {
        Rendered mail =
                renderer.render(
                        survey("delivery", Metric.NPS, language.locale(), true, false, "Ada"));

        assertThat(mail.text()).doesNotContainPattern(LINE_OF_DIGITS);
    }

    @ParameterizedTest
    @EnumSource
    void leavesRoomForALanguageWhoseTextsAreLonger(Language language) {
        Locale locale = LongTexts.of(language.id());
        Texts texts = Texts.of("mail", locale);
        SurveyMail survey = survey("delivery", Metric.NPS, locale, true, false, "Ada Lovelace");
        Rendered asking = renderer.render(survey);
        Rendered askingBack = renderer.render(askBack(Metric.NPS, locale));

        write("survey-long-" + language.id(), asking.html());
        write("ask-back-long-" + language.id(), askingBack.html());
        assertThat(texts.text("missing").length())
                .isGreaterThanOrEqualTo(text("missing", language).length() * 4 / 3);
        assertThat(asking.text()).contains(texts.text("delivery.late"), texts.text("unsubscribe"));
        assertThat(askingBack.text()).contains(texts.text("ask-back.text"));
        for (Rendered mail : List.of(asking, askingBack)) {
            assertThat(quotedPrintable(mail.html())).isLessThan(LARGEST);
            assertThat(mail.html().replaceFirst(HIDDEN_PREVIEW, ""))
                    .doesNotContain("overflow:hidden", "nowrap", "text-overflow", "max-height");
        }
    }

    /** Where there is no Chromium, that nothing is cut off has to do. */
    @Test
    void fitsOnAPhoneInLanguagesWhoseTextsAreLonger() {
        Map<String, String> mails = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            Locale locale = LongTexts.of(language.id());
            SurveyMail survey = survey("delivery", Metric.NPS, locale, true, false, LONG_NAME);
            mails.put("survey " + locale, renderer.render(survey).html());
            mails.put("ask-back " + locale, renderer.render(askBack(Metric.NPS, locale)).html());
            mails.put("promise-broken " + locale, renderer.render(promiseBroken(locale)).html());
            mails.put("follow-up " + locale, renderer.render(written(locale, LONG_NAME)).html());
        }

        Browser.find().ifPresent(browser -> assertThat(browser.tooWide(mails, PHONE)).isEmpty());
    }

    /** What inboxes show of a subject is about 70 characters; its end is the least of it. */
    @ParameterizedTest
    @EnumSource
    void keepsSubjectsShort(Language language) {
        for (String touchpoint :
                List.of("delivery", "return", "exchange", "cancellation", "follow-up")) {
            assertThat(subject(touchpoint, language.locale(), false)).hasSizeLessThan(75);
            assertThat(subject(touchpoint, language.locale(), true)).hasSizeLessThan(100);
            assertThat(subject(touchpoint, LongTexts.of("en"), true)).hasSizeLessThan(100);
        }
    }

    private String subject(String touchpoint, Locale locale, boolean reminder) {
        return renderer.render(survey(touchpoint, Metric.NPS, locale, false, reminder, "Ada"))
                .subject();
    }

    @ParameterizedTest
    @EnumSource
    void asksWhetherItWasPutRight(Language language) {
        Rendered mail =
                renderer.render(
                        survey("follow-up", Metric.CSAT, language.locale(), true, false, "Ada"));
        Texts texts = Texts.of("mail", language.locale());

        write("survey-follow-up-" + language.id(), mail.html());
        assertThat(mail.text())
                .contains(texts.text("follow-up.question", "Doorstep Demo Shop"))
                .contains(texts.text("follow-up.why", "Doorstep Demo Shop"))
                .doesNotContain(texts.text("why", "Doorstep Demo Shop"), texts.text("missing"))
                .doesNotContain("not-received", "DHL", texts.text("delivery.late"))
                .contains("5: https://survey.example.com/s/token/5");
    }

    @ParameterizedTest
    @EnumSource
    void asksAboutACancellation(Language language) {
        Rendered mail =
                renderer.render(
                        survey("cancellation", Metric.CES, language.locale(), true, false, "Ada"));
        Texts texts = Texts.of("mail", language.locale());

        write("survey-cancellation-" + language.id(), mail.html());
        assertThat(mail.text())
                .contains(texts.text("cancellation.intro", "Doorstep Demo Shop"))
                .contains(texts.text("why", "Doorstep Demo Shop"))
                .doesNotContain("not-received", "DHL", texts.text("delivery.late"));
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

    @ParameterizedTest
    @EnumSource
    void tellsOfADeliveryBeforeAnyoneAsksInEachLanguage(Language language) {
        Map<String, News> news = new LinkedHashMap<>();
        news.put("delayed", new News.Delayed(NEXT_DAY, false, Optional.empty()));
        news.put("sooner", new News.Delayed(NEXT_DAY, true, Optional.empty()));
        news.put("overdue", new News.Overdue(NEXT_DAY, Instant.EPOCH));
        news.put("lost", new News.Lost(Instant.EPOCH, Optional.empty()));

        news.forEach(
                (name, what) -> {
                    Rendered mail = renderer.render(news(what, language.locale(), true));

                    write("news-" + name + "-" + language.id(), mail.html());
                    assertThat(quotedPrintable(mail.html())).isLessThan(LARGEST);
                    assertThat(mail.subject()).hasSizeLessThan(75);
                    assertThat(mail.html())
                            .contains("<html lang=\"" + language.id() + "\"")
                            .doesNotContain("/s/", "/u/");
                    assertThat(mail.text())
                            .contains(text("news.reply", language))
                            .contains(text("acknowledgement.promise", language))
                            .doesNotContainPattern(LINE_OF_DIGITS);
                });
    }

    @Test
    void saysTheNewDayOrThatItIsNotKnownYet() {
        String delayed =
                text(news(new News.Delayed(NEXT_DAY, false, Optional.empty()), Locale.UK, false));
        String overdue = text(news(new News.Overdue(NEXT_DAY, Instant.EPOCH), Locale.UK, false));
        String lost = text(news(new News.Lost(Instant.EPOCH, Optional.empty()), Locale.UK, false));

        assertThat(delayed)
                .contains("expected by Friday, 27 November.")
                .doesNotContain("do not know", "23:59", "in touch");
        assertThat(overdue)
                .contains("(Friday, 27 November)", "We do not know yet when")
                .doesNotContain("expected by");
        assertThat(lost).contains("reported lost", "do not know yet whether");
    }

    @Test
    void saysTheTimeWhereOneWasPromised() {
        DeliveryDate noon =
                new DeliveryDate(Instant.parse("2026-11-27T11:00:00Z"), Optional.empty());

        assertThat(text(news(new News.Delayed(noon, false, Optional.empty()), Locale.UK, false)))
                .contains("expected by Friday, 27 November, 12:00.");
    }

    @Test
    void wordsALateDeliveryByHowLateItWas() {
        assertThat(lateness(Lateness.NONE)).isEmpty();
        assertThat(lateness(Lateness.LATE).orElseThrow()).contains("later than we promised");
        assertThat(lateness(Lateness.DAYS).orElseThrow()).contains("days later");
        assertThat(lateness(Lateness.LOST_FIRST).orElseThrow()).contains("after all");
    }

    private static Optional<String> lateness(Lateness late) {
        SurveyMail mail = survey("delivery", Metric.NPS, Locale.UK, false, false, "Ada");
        return new SurveyView(
                        new SurveyMail(
                                mail.survey(),
                                false,
                                mail.metric(),
                                mail.to(),
                                mail.name(),
                                mail.locale(),
                                mail.zone(),
                                mail.items(),
                                mail.carrier(),
                                late,
                                LINK),
                        Texts.of("mail", Locale.UK),
                        "Shop",
                        "Street")
                .late();
    }

    private String text(DeliveryNewsMail mail) {
        return renderer.render(mail).text();
    }

    private static DeliveryNewsMail news(News news, Locale locale, boolean withPerson) {
        return new DeliveryNewsMail(
                SurveyId.parse("A-1001~delivery"),
                news,
                withPerson,
                Optional.of(Instant.parse("2026-11-25T10:00:00Z")).filter(_ -> withPerson),
                "ada@customer.example",
                Optional.of("Ada Lovelace"),
                locale,
                ZoneId.of("Europe/Berlin"),
                List.of("Reading lamp", "Socks"));
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

    private static String text(String key, Language language) {
        return Texts.of("mail", language.locale()).text(key);
    }

    private static AskBackMail askBack(Metric metric, Locale locale) {
        return new AskBackMail(
                SurveyId.parse("A-1001~delivery"),
                metric,
                "ada@customer.example",
                Optional.of("Ada Lovelace"),
                locale,
                LINK);
    }

    private static AcknowledgementMail aboutLetter(Language language, Optional<Metric> wanted) {
        return new AcknowledgementMail(
                SurveyId.parse("A-1001~delivery"),
                1,
                "ada@customer.example",
                Optional.of("Ada Lovelace"),
                language.locale(),
                ZoneId.of("Europe/Berlin"),
                Instant.parse("2026-11-25T10:00:00Z"),
                AcknowledgementMail.About.LETTER,
                wanted,
                Optional.empty());
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
                late ? Lateness.LATE : Lateness.NONE,
                LINK);
    }
}

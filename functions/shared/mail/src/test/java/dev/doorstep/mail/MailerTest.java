package dev.doorstep.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.surveys.DeliveryDate;
import dev.doorstep.surveys.Lateness;
import dev.doorstep.surveys.News;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.testing.TestSes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;

class MailerTest {
    private static final SurveyId SURVEY = SurveyId.parse("A-1001~delivery");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration SETTLING_TIME = Duration.ofMinutes(30);
    private static final MailLink LINK =
            new MailLink(
                    URI.create("https://survey.example.com/s/token"),
                    URI.create("https://survey.example.com/u/token"),
                    "r-token@reply.example.com");
    private static final MailLink OTHER_LINK =
            new MailLink(LINK.answerUrl(), LINK.unsubscribeUrl(), "r-other@reply.example.com");

    private final TestSes ses = new TestSes();
    private final String table = Tables.create("MailsTable");
    private final Mailer mailer = mailer(ses, NOW);
    private final Settlement settlement =
            new Settlement(
                    DynamoDbLocal.client(),
                    table,
                    new Surveys(DynamoDbLocal.client(), Tables.create("SurveysTable")));

    @AfterEach
    void stop() {
        ses.close();
    }

    @Test
    void sendsAMailOnceHoweverOftenItIsAsked() {
        Outcome first = mailer.send(survey(true));
        Outcome second = mailer.send(survey(true));

        assertThat(first).isEqualTo(new Outcome.Sent("ses-1"));
        assertThat(second).isEqualTo(new Outcome.AlreadySent("ses-1"));
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void sendsAMailOnceWhenItIsAskedManyTimesAtOnce() throws Exception {
        Callable<Outcome> send = () -> mailer.send(survey(false));
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Outcome> outcome :
                    threads.invokeAll(List.of(send, send, send, send, send, send))) {
                outcomes.add(outcome.get());
            }
        }

        assertThat(outcomes).filteredOn(Outcome.Sent.class::isInstance).hasSize(1);
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void countsReminderAndAcknowledgementAsMailsOfTheirOwn() {
        mailer.send(survey(false));
        mailer.send(survey(true));
        mailer.send(acknowledgement(), () -> LINK);

        assertThat(ses.requests()).hasSize(3);
    }

    @Test
    void tellsEachNewsOfADeliveryOnceAndAnotherDateAgain() {
        News.Delayed first = delayed("2026-11-26");
        News.Delayed second = delayed("2026-11-28");
        News.Overdue overdue = new News.Overdue(second.until(), NOW);

        for (int times = 0; times < 2; times++) {
            mailer.send(news(first, false), () -> LINK);
            mailer.send(news(second, false), () -> LINK);
            mailer.send(news(overdue, false), () -> LINK);
            mailer.send(news(overdue, true), () -> LINK);
            mailer.send(news(new News.Lost(NOW, Optional.empty()), true), () -> LINK);
        }

        assertThat(ses.requests()).hasSize(5);
        assertThat(headers(ses.requests().getFirst()))
                .containsEntry("Auto-Submitted", "auto-generated")
                .doesNotContainKey("List-Unsubscribe");
    }

    @ParameterizedTest
    @CsvSource({
        "429, TooManyRequestsException",
        "503, ServiceUnavailable",
        "400, SendingPausedException",
        "403, AccessDeniedException"
    })
    void triesAgainWhatSesDidNotTake(int status, String error) {
        ses.fail(status, error);

        assertThatThrownBy(() -> mailer.send(survey(false))).isInstanceOf(Unavailable.class);

        assertThat(mailer.send(survey(false))).isInstanceOf(Outcome.Sent.class);
    }

    @ParameterizedTest
    @CsvSource({"MessageRejected", "BadRequestException"})
    void keepsARefusalForGood(String error) {
        ses.fail(400, error);

        Outcome first = mailer.send(survey(false));
        Outcome second = mailer.send(survey(false));

        assertThat(first).isInstanceOf(Outcome.Refused.class);
        assertThat(second).isEqualTo(first);
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void neverSendsAgainOnAGuessWhenTheAnswerOfSesIsLost() {
        ses.dropConnection();

        Outcome first = mailer.send(survey(false));
        Outcome second = mailer.send(survey(false));

        assertThat(first).isEqualTo(new Outcome.Unsettled(NOW.plus(SETTLING_TIME)));
        assertThat(second).isEqualTo(first);
        assertThat(mailer.outcome(SURVEY)).contains(first);
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void believesTheSendEventOfSes() {
        ses.dropConnection();
        mailer.send(survey(false));

        boolean isNews = settlement.sent(tag(), "ses-1", NOW);
        boolean isNewsAgain = settlement.sent(tag(), "ses-1", NOW);

        assertThat(isNews).isTrue();
        assertThat(isNewsAgain).isFalse();
        assertThat(mailer.send(survey(false))).isEqualTo(new Outcome.AlreadySent("ses-1"));
        assertThat(mailer.outcome(SURVEY)).contains(new Outcome.AlreadySent("ses-1"));
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void sendsAgainWhatNoSendEventSpokeOfInTime() {
        ses.dropConnection();
        mailer.send(survey(false));
        Mailer later = mailer(ses, NOW.plus(SETTLING_TIME));

        assertThat(later.outcome(SURVEY)).isEmpty();
        assertThat(later.send(survey(false))).isEqualTo(new Outcome.Sent("ses-2"));
        assertThat(later.send(survey(false))).isInstanceOf(Outcome.Unsettled.class);
        assertThat(ses.requests()).hasSize(2);
    }

    @Test
    void doesNotWithdrawWhatAnEarlierAttemptIsHeardToHaveSent() {
        ses.dropConnection();
        mailer.send(survey(false));
        Mailer later = mailer(ses, NOW.plus(SETTLING_TIME));
        ses.whenAsked(() -> settlement.sent(tag(), "ses-1", NOW));
        ses.fail(429, "TooManyRequestsException");

        assertThatThrownBy(() -> later.send(survey(false))).isInstanceOf(Unavailable.class);

        assertThat(later.send(survey(false))).isEqualTo(new Outcome.AlreadySent("ses-1"));
    }

    @Test
    void leavesAMailUnsettledWhenSesFailsInTheMiddle() {
        ses.fail(500, "InternalServiceException");

        assertThat(mailer.send(survey(false))).isInstanceOf(Outcome.Unsettled.class);
    }

    @Test
    void triesAgainWhenSesCannotBeReached() {
        TestSes gone = new TestSes();
        Mailer toNowhere = mailer(gone, NOW);
        gone.close();

        assertThatThrownBy(() -> toNowhere.send(survey(false))).isInstanceOf(Unavailable.class);

        assertThat(mailer.send(survey(false))).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void setsTheHeadersThatTellMachinesWhatThisIs() {
        mailer.send(survey(false));

        assertThat(headers(ses.requests().getFirst()))
                .containsEntry(
                        "List-Unsubscribe",
                        "<https://survey.example.com/u/token>,"
                                + " <mailto:r-token@reply.example.com?subject=unsubscribe>")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .containsEntry("Auto-Submitted", "auto-generated")
                .containsEntry("X-Doorstep-Survey", "A-1001~delivery");
    }

    @Test
    void isAnsweredAtTheAddressOfItsOwnLink() {
        mailer.send(survey(false));
        mailer.send(acknowledgement(), () -> OTHER_LINK);
        mailer.send(askBack());

        assertThat(ses.requests())
                .extracting(request -> request.strings("ReplyToAddresses"))
                .containsExactly(
                        List.of("r-token@reply.example.com"),
                        List.of("r-other@reply.example.com"),
                        List.of("r-token@reply.example.com"));
    }

    @Test
    void tellsMailboxProvidersWhichKindsOfMailArePutIntoSpam() {
        mailer.send(survey(false));
        mailer.send(survey(true));
        mailer.send(acknowledgement(), () -> LINK);
        mailer.send(askBack());

        assertThat(ses.requests())
                .extracting(request -> tags(request).get("ses:feedback-id-a"))
                .containsExactly("survey", "reminder", "acknowledgement", "ask-back");
        assertThat(ses.requests())
                .extracting(request -> tags(request).get("ses:feedback-id-b"))
                .containsOnly("delivery");
    }

    @Test
    void asksBackOnceHoweverOftenItIsAsked() {
        Outcome first = mailer.send(askBack());
        Outcome second = mailer.send(askBack());

        assertThat(first).isEqualTo(new Outcome.Sent("ses-1"));
        assertThat(second).isEqualTo(new Outcome.AlreadySent("ses-1"));
        assertThat(ses.requests()).hasSize(1);
        assertThat(headers(ses.requests().getFirst()))
                .doesNotContainKey("List-Unsubscribe")
                .containsEntry("Auto-Submitted", "auto-generated");
    }

    @Test
    void acknowledgesACaseThatIsOpenedAgainInAMailOfItsOwn() {
        mailer.send(acknowledgement(1), () -> LINK);
        Outcome second = mailer.send(acknowledgement(2), () -> LINK);
        Outcome again = mailer.send(acknowledgement(2), () -> LINK);

        assertThat(second).isEqualTo(new Outcome.Sent("ses-2"));
        assertThat(again).isEqualTo(new Outcome.AlreadySent("ses-2"));
        assertThat(ses.requests()).hasSize(2);
        assertThat(ses.requests()).extracting(MailerTest::tag).doesNotHaveDuplicates();
    }

    @Test
    void hearsFromSesOfEachAcknowledgementByItself() {
        ses.dropConnection();
        mailer.send(acknowledgement(2), () -> LINK);

        settlement.sent(tag(), "ses-1", NOW);

        assertThat(mailer.send(acknowledgement(2), () -> LINK))
                .isEqualTo(new Outcome.AlreadySent("ses-1"));
        assertThat(mailer.send(acknowledgement(1), () -> LINK)).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void sendsADigestOnceToEachAddressHoweverItIsWritten() {
        Outcome first = mailer.send(digest("lee@example.com"));
        Outcome again = mailer.send(digest("Lee@Example.com"));
        Outcome toAnother = mailer.send(digest("kim@example.com"));

        assertThat(first).isEqualTo(new Outcome.Sent("ses-1"));
        assertThat(again).isEqualTo(new Outcome.AlreadySent("ses-1"));
        assertThat(toAnother).isEqualTo(new Outcome.Sent("ses-2"));
        assertThat(mailer.outcomeOfDigest("2026-W48", " LEE@example.com ")).contains(again);
        assertThat(mailer.outcomeOfDigest("2026-W49", "lee@example.com")).isEmpty();
        assertThat(mailer.outcomeOfDigest("2026-W48", "new@example.com")).isEmpty();
        assertThat(ses.requests())
                .extracting(request -> MailId.ofTag(tag(request)).toString())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("#digest\\.2026-W48\\.[0-9a-f]{16}~delivery~digest"));
    }

    @Test
    void hearsFromSesOfADigest() {
        ses.dropConnection();
        mailer.send(digest("lee@example.com"));

        assertThat(settlement.sent(tag(), "ses-1", NOW)).isTrue();

        assertThat(mailer.outcomeOfDigest("2026-W48", "lee@example.com"))
                .contains(new Outcome.AlreadySent("ses-1"));
        assertThat(mailer.outcomeOfDigest("2026-W48", "kim@example.com")).isEmpty();
    }

    @Test
    void leavesAMailUnsentWhoseLinkCannotBeHadAndTriesItAgain() {
        assertThatThrownBy(
                        () ->
                                mailer.send(
                                        acknowledgement(),
                                        () -> {
                                            throw new Unavailable("no links now");
                                        }))
                .isInstanceOf(Unavailable.class);
        assertThat(ses.requests()).isEmpty();

        assertThat(mailer.send(acknowledgement(), () -> LINK)).isInstanceOf(Outcome.Sent.class);
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void mintsNoLinkForAMailThatDoesNotGoOut() {
        List<MailLink> minted = new ArrayList<>();
        Supplier<MailLink> links =
                () -> {
                    minted.add(LINK);
                    return LINK;
                };

        mailer.send(acknowledgement(), links);
        mailer.send(acknowledgement(), links);

        assertThat(minted).hasSize(1);
    }

    @Test
    void offersNoUnsubscribingFromAnAnswer() {
        mailer.send(acknowledgement(), () -> LINK);

        assertThat(headers(ses.requests().getFirst()))
                .doesNotContainKey("List-Unsubscribe")
                .containsEntry("Auto-Submitted", "auto-generated");
    }

    @Test
    void keepsWhatCustomersWriteOutOfHeaders() {
        mailer.send(survey(false));

        JsonObject request = ses.requests().getFirst();
        assertThat(headers(request).values()).noneMatch(value -> value.contains("Ada"));
        assertThat(message(request).object("Subject").string("Data")).doesNotContain("Ada");
        assertThat(request.object("Destination").strings("ToAddresses"))
                .containsExactly("ada@customer.example");
    }

    private Mailer mailer(TestSes server, Instant now) {
        return new Mailer(
                server.client(),
                DynamoDbLocal.client(),
                table,
                Programme.load(new Environment(Map.of())),
                "example.com",
                "surveys",
                SETTLING_TIME,
                1,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** What SES was told to name the mail by. */
    private String tag() {
        return tag(ses.requests().getFirst());
    }

    private static String tag(JsonObject request) {
        return requireNonNull(tags(request).get(Mailer.TAG));
    }

    private static Map<String, String> tags(JsonObject request) {
        return request.objects("EmailTags").stream()
                .collect(Collectors.toMap(tag -> tag.string("Name"), tag -> tag.string("Value")));
    }

    private static JsonObject message(JsonObject request) {
        return request.object("Content").object("Simple");
    }

    private static Map<String, String> headers(JsonObject request) {
        return message(request).objects("Headers").stream()
                .collect(Collectors.toMap(h -> h.string("Name"), h -> h.string("Value")));
    }

    private static News.Delayed delayed(String day) {
        Instant end = Instant.parse(day + "T23:59:59.999Z");
        return new News.Delayed(
                new DeliveryDate(end, Optional.of(LocalDate.parse(day))), false, Optional.empty());
    }

    private static DeliveryNewsMail news(News news, boolean withPerson) {
        return new DeliveryNewsMail(
                SURVEY,
                news,
                withPerson,
                Optional.empty(),
                "ada@customer.example",
                Optional.of("Ada"),
                Locale.UK,
                ZoneId.of("Europe/London"),
                List.of("Reading lamp"));
    }

    private static SurveyMail survey(boolean reminder) {
        return new SurveyMail(
                SURVEY,
                reminder,
                Metric.NPS,
                "ada@customer.example",
                Optional.of("Ada\r\nBcc: all@customer.example"),
                Locale.UK,
                ZoneId.of("Europe/London"),
                List.of("Reading lamp"),
                Optional.of("DHL"),
                Lateness.NONE,
                LINK);
    }

    private static DigestMail digest(String to) {
        return new DigestMail(
                "2026-W48",
                to,
                "What customers said",
                "This is what is worth knowing.",
                List.of(),
                new DigestMail.Line("All figures of the week"));
    }

    private static AskBackMail askBack() {
        return new AskBackMail(
                SURVEY, Metric.NPS, "ada@customer.example", Optional.of("Ada"), Locale.UK, LINK);
    }

    private static AcknowledgementMail acknowledgement() {
        return acknowledgement(1);
    }

    private static AcknowledgementMail acknowledgement(int number) {
        return new AcknowledgementMail(
                SURVEY,
                number,
                "ada@customer.example",
                Optional.of("Ada"),
                Locale.UK,
                ZoneId.of("Europe/London"),
                Instant.parse("2026-11-25T10:00:00Z"),
                AcknowledgementMail.About.THANKS,
                Optional.empty(),
                Optional.of("phone"));
    }
}

package dev.doorstep.escalator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.contacts.Contact;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.dynamodb.Item;
import dev.doorstep.dynamodb.StreamBatch;
import dev.doorstep.followups.Agent;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpQueues;
import dev.doorstep.followups.FollowUpState;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Happening;
import dev.doorstep.followups.HistoryEntry;
import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.Recovery;
import dev.doorstep.followups.Resolution;
import dev.doorstep.followups.RootCause;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.links.Link;
import dev.doorstep.links.Links;
import dev.doorstep.links.ReplyToken;
import dev.doorstep.mail.MailLinks;
import dev.doorstep.mail.Mailer;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attachment;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.Decisions;
import dev.doorstep.surveys.EventType;
import dev.doorstep.surveys.FollowUpDecisions;
import dev.doorstep.surveys.OrderData;
import dev.doorstep.surveys.OrderEvent;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Reason;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;
import dev.doorstep.testing.SqsLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.testing.TestSes;
import dev.doorstep.texts.Texts;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class EscalatorTest {
    /** A Tuesday at one in support's time zone, in working hours. */
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:05Z");

    private static final Instant NEXT_DAY = Instant.parse("2026-11-25T08:30:05Z");

    private static final SurveyId SURVEY = SurveyId.parse("A-1001~delivery");

    private static final SurveyId FOLLOW_UP_SURVEY = SurveyId.parse("A-1001~follow-up");

    private static final ContactKey CONTACT_KEY = ContactKey.of("0123456789abcdef0123456789abcdef");

    private final SqsClient sqs = SqsLocal.client();
    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final TestSes ses = new TestSes();
    private final Programme programme = Programme.load(new Environment(Map.of()));
    private final Surveys surveys = new Surveys(dynamoDb, Tables.create("SurveysTable"));
    private final Timers timers = new Timers(dynamoDb, Tables.create("TimersTable"));
    private final String repliesTable = Tables.create("RepliesTable");
    private final FollowUps followUps = new FollowUps(dynamoDb, Tables.create("FollowUpsTable"));
    private final FollowUpQueues queues =
            new FollowUpQueues(sqs, SqsLocal.createQueue(), SqsLocal.createQueue());
    private final String mailsTable = Tables.create("MailsTable");
    private final String linksTable = Tables.create("LinksTable");
    private final Links links = new Links(dynamoDb, linksTable);

    @BeforeEach
    void deliverTheOrders() {
        deliver("A-1001");
        deliver("A-1002");
    }

    @AfterEach
    void stop() {
        ses.close();
    }

    @Test
    void opensAFollowUpForADetractorOnceEvenWhenTheRecordIsRedelivered() {
        String first = record("escalator/detractor.json");
        String second = handle("escalator/detractor.json");

        assertThat(first).isEqualTo("{\"batchItemFailures\":[]}").isEqualTo(second);
        assertThat(followUp().state()).isEqualTo(FollowUpState.OPEN);
        assertThat(followUp().severity()).isEqualTo(Severity.NORMAL);
        assertThat(followUp().promisedAt()).isEqualTo(Instant.parse("2026-11-25T11:00:00Z"));
        assertThat(followUp().reply().comment()).contains("The lamp came broken.");
        assertThat(followUp().customer().items()).containsExactly("Reading lamp");
        assertThat(followUp().history().entries()).hasSize(1);
        assertThat(hints(Severity.NORMAL)).containsExactly(SURVEY);
        assertThat(hints(Severity.URGENT)).isEmpty();
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void answersInTheLanguageThatTheCustomerChose() {
        write("escalator/detractor.json");
        dynamoDb.updateItem(
                update ->
                        update.tableName(repliesTable)
                                .key(Map.of("surveyId", Item.value(SURVEY.toString())))
                                .updateExpression("SET #locale = :locale")
                                .expressionAttributeNames(Map.of("#locale", "locale"))
                                .expressionAttributeValues(Map.of(":locale", Item.value("fr"))));

        handle("escalator/detractor.json");

        assertThat(followUp().customer().customer().locale()).isEqualTo(Locale.FRENCH);
        assertThat(text(ses.requests().getFirst())).startsWith("Bonjour");
        assertThat(linkOfReplyAddress(ses.requests().getFirst()).locale()).isEqualTo(Locale.FRENCH);
    }

    @Test
    void opensAFollowUpForALetterOnceEvenWhenTheRecordIsRedelivered() {
        String first = record("escalator/letter-to-read.json");
        String second = handle("escalator/letter-to-read.json");

        assertThat(first).isEqualTo("{\"batchItemFailures\":[]}").isEqualTo(second);
        assertThat(followUp().state()).isEqualTo(FollowUpState.OPEN);
        assertThat(followUp().severity()).isEqualTo(Severity.NORMAL);
        assertThat(followUp().reply().answer()).isEqualTo(new Answer.Unscored());
        assertThat(followUp().reply().letters())
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.text()).startsWith("The box was wet");
                            assertThat(letter.attachments())
                                    .extracting(Attachment::key)
                                    .containsExactly("photographs/0f3c/1");
                        });
        assertThat(hints(Severity.NORMAL)).containsExactly(SURVEY);
        assertThat(ses.requests()).hasSize(1);
        assertThat(dynamoDb.scan(scan -> scan.tableName(linksTable)).items()).hasSize(1);
    }

    @Test
    void thanksForALetterAndAsksForTheScoreThatItDoesNotGive() {
        record("escalator/letter-to-read.json");

        assertThat(text(ses.requests().getFirst()))
                .contains(german("acknowledgement.letter"))
                .contains("Mittwoch, 25. November", "12:00")
                .contains("0: https://survey.example.com/s/", "10: https://survey.example.com/s/");
    }

    @Test
    void asksForNoScoreAlongTheWayWhereTheQuestionIsNotAskedYet() {
        unask("A-1001");

        record("escalator/letter-to-read.json");

        assertThat(text(ses.requests().getFirst()))
                .contains(german("acknowledgement.letter"))
                .doesNotContain("https://survey.example.com/s/");
        assertThat(linkOfReplyAddress(ses.requests().getFirst()).asks()).isFalse();
    }

    @Test
    void thanksForALetterWithAHappyScoreWithoutAskingForOne() {
        record("escalator/scored-letter-to-read.json");

        assertThat(followUp().state()).isEqualTo(FollowUpState.OPEN);
        assertThat(text(ses.requests().getFirst()))
                .contains(german("acknowledgement.letter"))
                .doesNotContain("https://survey.example.com/s/");
    }

    @Test
    void leavesALetterAloneThatIsAskedBackAbout() {
        record("escalator/letter-asked-back.json");

        assertThat(followUps.find(SURVEY)).isEmpty();
        assertThat(ses.requests()).isEmpty();
    }

    @Test
    void notesASecondLetterOnACaseThatIsStillOpenWithoutTellingTheCustomerTwice() {
        record("escalator/letter-to-read.json");
        Instant promised = followUp().promisedAt();

        recordAt(NEXT_DAY, "escalator/second-letter.json");

        assertThat(followUp().reply().letters()).hasSize(2);
        assertThat(followUp().promisedAt()).isEqualTo(promised);
        assertThat(happenings()).containsExactly(Happening.OPENED, Happening.REPLY_CHANGED);
        assertThat(hints(Severity.NORMAL)).containsExactly(SURVEY);
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void opensAResolvedCaseAgainForASecondLetterAndAcknowledgesAgain() {
        record("escalator/letter-to-read.json");
        resolve();
        hints(Severity.NORMAL);

        String first = recordAt(NEXT_DAY, "escalator/second-letter.json");
        String second = handleAt(NEXT_DAY, "escalator/second-letter.json");

        assertThat(first).isEqualTo("{\"batchItemFailures\":[]}").isEqualTo(second);
        assertThat(followUp().state()).isEqualTo(FollowUpState.OPEN);
        assertThat(followUp().timesOpened()).isEqualTo(2);
        assertThat(followUp().promisedAt()).isEqualTo(Instant.parse("2026-11-25T16:29:58Z"));
        assertThat(hints(Severity.NORMAL)).containsExactly(SURVEY);
        assertThat(ses.requests()).hasSize(2);
        assertThat(ses.requests())
                .extracting(request -> request.objects("EmailTags").getFirst().string("Value"))
                .doesNotHaveDuplicates();
        assertThat(text(ses.requests().getLast()))
                .contains(german("acknowledgement.letter"), "17:29");
    }

    @Test
    void isAnsweredAtAnAddressThatLeadsBackToTheSurveyAndItsCustomer() {
        record("escalator/letter-to-read.json");

        Link link = linkOfReplyAddress(ses.requests().getFirst());
        assertThat(link.surveyId()).isEqualTo(SURVEY.toString());
        assertThat(link.contactId()).isEqualTo(CONTACT_KEY.idOf("ada@customer.example").value());
        assertThat(link.locale()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void waitsForTheWordOfSesWhenItsAnswerIsLost() {
        ses.dropConnection();

        record("escalator/detractor.json");

        Timer settling =
                new Timer(
                        TimerKind.ACKNOWLEDGEMENT,
                        SURVEY.toString(),
                        NOW.plus(Duration.ofMinutes(30)));
        assertThat(timers()).contains(settling);
        assertThat(handle("escalator/acknowledgement-due.json"))
                .isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void failsAMessageThatIsNotOfAnAcknowledgement() {
        assertThat(handle("escalator/lease-astray.json")).contains("m-1");
    }

    @Test
    void tellsTheCustomerByWhenInTheirLanguageAndTimeZone() {
        record("escalator/detractor.json");

        JsonObject mail = ses.requests().getFirst();
        assertThat(mail.object("Destination").strings("ToAddresses"))
                .containsExactly("ada@customer.example");
        assertThat(text(mail)).contains("Mittwoch, 25. November").contains("12:00");
    }

    @Test
    void putsAParcelThatHasNotComeIntoTheUrgentQueue() {
        record("escalator/not-received.json");

        assertThat(followUp().severity()).isEqualTo(Severity.URGENT);
        assertThat(followUp().promisedAt()).isEqualTo(Instant.parse("2026-11-24T14:00:00Z"));
        assertThat(followUp().reply().answer()).isEqualTo(new Answer.NotReceived());
        assertThat(hints(Severity.URGENT)).containsExactly(SURVEY);
        assertThat(hints(Severity.NORMAL)).isEmpty();
    }

    @Test
    void leavesHappyAndAutomatedRepliesAlone() {
        record("escalator/promoter.json");
        record("escalator/suspect.json");

        assertThat(followUps.find(SURVEY)).isEmpty();
        assertThat(hints(Severity.NORMAL)).isEmpty();
        assertThat(hints(Severity.URGENT)).isEmpty();
        assertThat(ses.requests()).isEmpty();
    }

    @Test
    void leavesImportedRepliesAloneHoweverUnhappyAndWhateverTheyWereAbout() {
        String result = record("escalator/imported.json");

        assertThat(result).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(followUps.find(SURVEY)).isEmpty();
        assertThat(hints(Severity.NORMAL)).isEmpty();
        assertThat(hints(Severity.URGENT)).isEmpty();
        assertThat(timers()).isEmpty();
        assertThat(ses.requests()).isEmpty();
    }

    @Test
    void closesACaseThatNobodyHasWhenTheReplyIsChangedUpwards() {
        record("escalator/detractor.json");

        record("escalator/changed-upwards.json");

        assertThat(followUp().state()).isEqualTo(FollowUpState.WITHDRAWN);
        assertThat(followUp().reply().answer()).isEqualTo(new Answer.Score(9));
    }

    @Test
    void notesAChangeUpwardsOnACaseThatSomeoneHas() {
        record("escalator/detractor.json");
        FollowUp open = followUp();
        followUps.change(
                open,
                open.claimed(new Agent("agent-1", Optional.empty()), NOW, Duration.ofMinutes(30)));

        record("escalator/changed-upwards.json");

        assertThat(followUp().state()).isEqualTo(FollowUpState.CLAIMED);
        assertThat(happenings()).endsWith(Happening.REPLY_CHANGED);
    }

    @Test
    void raisesACaseWhoseReplyIsChangedDownwards() {
        record("escalator/detractor.json");

        record("escalator/changed-downwards.json");

        assertThat(followUp().severity()).isEqualTo(Severity.URGENT);
        assertThat(followUp().promisedAt()).isEqualTo(Instant.parse("2026-11-24T14:30:00Z"));
        assertThat(happenings()).containsExactly(Happening.OPENED, Happening.RAISED);
        assertThat(hints(Severity.URGENT)).containsExactly(SURVEY);
    }

    @Test
    void opensACaseThatWasClosedWhenTheReplyIsChangedDownwardsAgain() {
        record("escalator/detractor.json");
        record("escalator/changed-upwards.json");

        record("escalator/changed-downwards-again.json");

        assertThat(followUp().state()).isEqualTo(FollowUpState.OPEN);
        assertThat(hints(Severity.URGENT)).containsExactly(SURVEY);
    }

    @Test
    void endsTheSameWhenAnOldVersionComesLate() {
        record("escalator/detractor.json");
        record("escalator/changed-upwards.json");
        FollowUp before = followUp();

        handle("escalator/detractor.json");

        assertThat(followUp()).isEqualTo(before);
    }

    @Test
    void opensNothingForAnOldVersionOfAReplyThatIsHappyNow() {
        write("escalator/changed-upwards.json");
        handle("escalator/changed-upwards.json");

        handle("escalator/detractor.json");

        assertThat(followUps.find(SURVEY)).isEmpty();
        assertThat(ses.requests()).isEmpty();
    }

    @Test
    void completesWhatWasCutShort() {
        write("escalator/detractor.json");
        ses.fail(429, "TooManyRequestsException");

        String cutShort = handle("escalator/detractor.json");
        String repeated = handle("escalator/detractor.json");

        assertThat(cutShort).contains("\"101\"");
        assertThat(repeated).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(hints(Severity.NORMAL)).containsExactly(SURVEY);
        assertThat(followUp().history().entries()).hasSize(1);
        assertThat(ses.requests()).hasSize(2);
    }

    @Test
    void goesOnFromTheFirstBadRecord() {
        write("escalator/detractor.json");

        String result = handle("escalator/one-bad.json");

        assertThat(result).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"108\"}]}");
        assertThat(followUps.find(SURVEY)).isPresent();
    }

    @Test
    void opensTheOriginalCaseAgainWhenItWasNotPutRight() {
        askWhetherItWasPutRight();

        String first = recordAt(NEXT_DAY, "escalator/not-put-right.json");
        String second = handleAt(NEXT_DAY, "escalator/not-put-right.json");

        assertThat(first).isEqualTo("{\"batchItemFailures\":[]}").isEqualTo(second);
        assertThat(followUps.find(FOLLOW_UP_SURVEY)).isEmpty();
        assertThat(followUp().state()).isEqualTo(FollowUpState.OPEN);
        assertThat(happenings())
                .containsExactly(
                        Happening.OPENED,
                        Happening.CLAIMED,
                        Happening.RESOLVED,
                        Happening.NOT_PUT_RIGHT,
                        Happening.REOPENED);
        assertThat(followUp().reply().comment()).contains("The lamp came broken.");
        assertThat(followUp().verdict().orElseThrow().reply().comment())
                .contains("The new one is broken, too.");
        assertThat(followUp().recovery()).isEmpty();
        assertThat(hints(Severity.NORMAL)).containsExactly(SURVEY);
        assertThat(ses.requests()).hasSize(2);
        assertThat(text(ses.requests().getLast()))
                .contains(german("acknowledgement.again"), "17:20");
    }

    @Test
    void leavesACaseResolvedThatWasResolvedOnceMore() {
        askWhetherItWasPutRight();
        recordAt(NEXT_DAY, "escalator/not-put-right.json");
        resolve(NEXT_DAY.plusSeconds(600));
        FollowUp resolved = followUp();

        handleAt(NEXT_DAY.plusSeconds(900), "escalator/not-put-right.json");

        assertThat(followUp()).isEqualTo(resolved);
        assertThat(ses.requests()).hasSize(2);
    }

    @Test
    void recordsTheRecoveryOnTheOriginalCase() {
        askWhetherItWasPutRight();

        recordAt(NEXT_DAY, "escalator/put-right.json");
        FollowUp once = followUp();
        handleAt(NEXT_DAY, "escalator/put-right.json");

        assertThat(followUp()).isEqualTo(once);
        assertThat(once.state()).isEqualTo(FollowUpState.RESOLVED);
        assertThat(once.history().entries().getLast().what()).isEqualTo(Happening.RECOVERED);
        assertThat(once.recovery())
                .contains(new Recovery(Metric.CSAT, 5, Instant.parse("2026-11-25T08:20:00Z")));
        assertThat(hints(Severity.NORMAL)).isEmpty();
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void recordsThatItWasNeitherPutRightNorNot() {
        askWhetherItWasPutRight();

        recordAt(NEXT_DAY, "escalator/neither-put-right-nor-not.json");

        assertThat(followUp().state()).isEqualTo(FollowUpState.RESOLVED);
        assertThat(happenings()).endsWith(Happening.RESOLVED, Happening.JUDGED);
        assertThat(followUp().verdict().orElseThrow().reply().answer())
                .isEqualTo(new Answer.Score(3));
        assertThat(followUp().recovery()).isEmpty();
    }

    @Test
    void opensNothingForAnOldVersionOfAVerdictThatIsHappyNow() {
        askWhetherItWasPutRight();
        write("escalator/put-right-after-all.json");

        handleAt(NEXT_DAY, "escalator/not-put-right.json");
        handleAt(NEXT_DAY, "escalator/put-right-after-all.json");

        assertThat(followUp().state()).isEqualTo(FollowUpState.RESOLVED);
        assertThat(followUp().recovery().orElseThrow().score()).isEqualTo(5);
        assertThat(followUp().timesOpened()).isEqualTo(1);
    }

    @Test
    void keepsACaseOpenThatIsOpenWhenItWasPutRightAfterAll() {
        askWhetherItWasPutRight();
        recordAt(NEXT_DAY, "escalator/not-put-right.json");

        recordAt(NEXT_DAY.plusSeconds(600), "escalator/put-right-after-all.json");

        assertThat(followUp().state()).isEqualTo(FollowUpState.OPEN);
        assertThat(followUp().recovery().orElseThrow().score()).isEqualTo(5);
        assertThat(ses.requests()).hasSize(2);
    }

    @Test
    void failsAVerdictOnNoKnownCase() {
        assertThat(recordAt(NEXT_DAY, "escalator/not-put-right.json")).contains("\"121\"");
    }

    /** Someone was unhappy, the case was resolved, and the customer is asked about it. */
    private void askWhetherItWasPutRight() {
        record("escalator/detractor.json");
        resolve();
        hints(Severity.NORMAL);
        OrderSurveys before = surveys.find(SURVEY.order()).orElseThrow();
        Decisions.Outcome planned =
                new FollowUpDecisions(programme)
                        .onResolved(
                                before,
                                followUp().end().orElseThrow(),
                                Optional.of(
                                        Contact.unknown(CONTACT_KEY.idOf("ada@customer.example"))),
                                NOW);
        assertThat(surveys.write(before, planned.order(), timers)).isPresent();
    }

    private String record(String sample) {
        return recordAt(NOW, sample);
    }

    private String recordAt(Instant now, String sample) {
        write(sample);
        return handleAt(now, sample);
    }

    /** Puts the table into the state that the stream's last record shows. */
    private void write(String sample) {
        dynamoDb.putItem(
                PutItemRequest.builder()
                        .tableName(repliesTable)
                        .item(
                                StreamBatch.of(Json.readObject(Events.stream(sample)))
                                        .records()
                                        .getLast()
                                        .after()
                                        .orElseThrow()
                                        .attributes())
                        .build());
    }

    private String handle(String sample) {
        return handleAt(NOW, sample);
    }

    private String handleAt(Instant now, String sample) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        new EscalatorHandler(escalator(now)).handle(Events.stream(sample), result);
        return result.toString(StandardCharsets.UTF_8);
    }

    private Escalator escalator(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Escalator(
                followUps,
                queues,
                new Replies(dynamoDb, repliesTable),
                surveys,
                timers,
                new Mailer(
                        ses.client(),
                        dynamoDb,
                        mailsTable,
                        programme,
                        "example.com",
                        "surveys",
                        Duration.ofMinutes(30),
                        1,
                        clock),
                new MailLinks(links, programme, "https://survey.example.com", "reply.example.com"),
                CONTACT_KEY,
                programme,
                clock);
    }

    private void resolve() {
        resolve(NOW.plusSeconds(600));
    }

    private void resolve(Instant at) {
        FollowUp open = followUp();
        FollowUp claimed =
                open.claimed(new Agent("agent-1", Optional.empty()), NOW, Duration.ofMinutes(30));
        FollowUp resolved =
                claimed.resolved(
                        new Agent("agent-1", Optional.empty()),
                        new Resolution(Outcome.REPLACED, RootCause.CARRIER_DAMAGED, at),
                        Optional.empty());
        assertThat(followUps.change(open, claimed)).isTrue();
        assertThat(followUps.change(claimed, resolved)).isTrue();
    }

    private Link linkOfReplyAddress(JsonObject mail) {
        String address = mail.strings("ReplyToAddresses").getFirst();
        return links.find(ReplyToken.ofAddress(address).orElseThrow(), NOW).orElseThrow();
    }

    private static String german(String key) {
        return Texts.of("mail", Locale.GERMAN).text(key);
    }

    private FollowUp followUp() {
        return followUps.find(SURVEY).orElseThrow();
    }

    private List<Happening> happenings() {
        return followUp().history().entries().stream().map(HistoryEntry::what).toList();
    }

    private List<SurveyId> hints(Severity severity) {
        List<SurveyId> hints = new ArrayList<>();
        for (Optional<FollowUpQueues.Hint> hint = queues.receive(severity, 0);
                hint.isPresent();
                hint = queues.receive(severity, 0)) {
            hints.add(hint.get().followUp());
        }
        return hints;
    }

    private List<Timer> timers() {
        List<Timer> all = new ArrayList<>();
        for (int shard = 0; shard < Timers.SHARDS; shard++) {
            all.addAll(timers.due(shard, NOW.plus(Duration.ofDays(1)), 100));
        }
        return all;
    }

    private static String text(JsonObject mail) {
        return mail.object("Content").object("Simple").object("Body").object("Text").string("Data");
    }

    private void deliver(String orderId) {
        OrderEvent event =
                new OrderEvent(
                        "/shop",
                        "event-" + orderId,
                        EventType.DELIVERED,
                        NOW.minus(Duration.ofDays(2)),
                        new OrderId(orderId),
                        new OrderData(
                                Optional.of("ada@customer.example"),
                                Optional.of("Ada"),
                                Optional.of(Locale.GERMAN),
                                Optional.of(ZoneId.of("Europe/Berlin")),
                                Optional.empty(),
                                List.of("Reading lamp"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        OrderSurveys before = OrderSurveys.unknown(event.order());
        OrderSurveys after =
                new Decisions(programme).onEvent(event, before, Optional.empty(), NOW).order();
        Survey survey = after.survey(Touchpoint.DELIVERY).orElseThrow();
        Survey asked = survey.in(new Survey.State.Sent(NOW, "ses-0"));
        assertThat(surveys.write(before, after.with(asked), timers)).isPresent();
    }

    private void unask(String orderId) {
        OrderSurveys asked = surveys.find(new OrderId(orderId)).orElseThrow();
        Survey survey = asked.survey(Touchpoint.DELIVERY).orElseThrow();
        Survey planned = survey.in(new Survey.State.Skipped(NOW, Reason.NOT_DELIVERED));
        assertThat(surveys.write(asked, asked.with(planned), timers)).isPresent();
    }
}

package dev.doorstep.surveysender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.contacts.Contact;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.followups.Agent;
import dev.doorstep.followups.CustomerSummary;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Promise;
import dev.doorstep.followups.Resolution;
import dev.doorstep.followups.RootCause;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.links.Link;
import dev.doorstep.links.Links;
import dev.doorstep.links.Token;
import dev.doorstep.mail.MailLinks;
import dev.doorstep.mail.Mailer;
import dev.doorstep.mail.Settlement;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.Decision;
import dev.doorstep.surveys.Decisions;
import dev.doorstep.surveys.EventType;
import dev.doorstep.surveys.FollowUpDecisions;
import dev.doorstep.surveys.Money;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.OrderData;
import dev.doorstep.surveys.OrderEvent;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Reason;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;
import dev.doorstep.testing.Tables;
import dev.doorstep.testing.TestSes;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class SurveySenderTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant NIGHT = Instant.parse("2026-11-24T22:00:00Z");
    private static final Duration SETTLING_TIME = Duration.ofMinutes(30);
    private static final OrderId ORDER = new OrderId("A-1001");
    private static final String ADDRESS = "ada@customer.example";
    private static final Pattern ANSWER_LINK =
            Pattern.compile("https://survey\\.example\\.com/s/([a-z2-7]{26})/10");

    private static final Instant PUT_RIGHT_DUE = NOW.plus(Duration.ofDays(2));
    private static final Timer FOLLOW_UP_DUE =
            new Timer(TimerKind.SURVEY, "A-1001~follow-up", PUT_RIGHT_DUE);

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final TestSes ses = new TestSes();
    private final Programme programme = Programme.load(new Environment(Map.of()));
    private final Surveys surveys = new Surveys(dynamoDb, Tables.create("SurveysTable"));
    private final Timers timers = new Timers(dynamoDb, Tables.create("TimersTable"));
    private final Contacts contacts = new Contacts(dynamoDb, Tables.create("ContactsTable"));
    private final ContactKey contactKey = ContactKey.of("0123456789abcdef0123456789abcdef");
    private final Replies replies = new Replies(dynamoDb, Tables.create("RepliesTable"));
    private final FollowUps followUps = new FollowUps(dynamoDb, Tables.create("FollowUpsTable"));
    private final Links links = new Links(dynamoDb, Tables.create("LinksTable"));
    private final String mailsTable = Tables.create("MailsTable");

    @AfterEach
    void stop() {
        ses.close();
    }

    @Test
    void sendsADueSurveyOnceEvenWhenTheMessageIsRedelivered() {
        deliver(ORDER, Duration.ofDays(2));

        String first = handle("survey-sender/due.json", NOW);
        String second = handle("survey-sender/due.json", NOW);

        assertThat(first).isEqualTo("{\"batchItemFailures\":[]}").isEqualTo(second);
        assertThat(ses.requests()).hasSize(1);
        assertThat(survey(ORDER).state()).isEqualTo(new Survey.State.Sent(NOW, "ses-1"));
        assertThat(survey(ORDER).decided().orElseThrow().decision())
                .isEqualTo(new Decision.Send(Touchpoint.DELIVERY));
        assertThat(contact().askedAt()).contains(NOW);
    }

    @Test
    void sendsADueSurveyOnceWhenItIsHandedToManySendersAtOnce() throws Exception {
        deliver(ORDER, Duration.ofDays(2));

        Callable<String> send = () -> handle("survey-sender/due.json", NOW);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> done : threads.invokeAll(List.of(send, send, send, send))) {
                assertThat(done.get()).contains("batchItemFailures");
            }
        }
        handle("survey-sender/due.json", NOW);

        assertThat(ses.requests()).hasSize(1);
        assertThat(survey(ORDER).state()).isInstanceOf(Survey.State.Sent.class);
    }

    @Test
    void mintsALinkThatOnlyTheMailKnows() {
        deliver(ORDER, Duration.ofDays(2));

        handle("survey-sender/due.json", NOW);

        Matcher link = ANSWER_LINK.matcher(html());
        assertThat(link.find()).isTrue();
        Token token = Token.parse(link.group(1)).orElseThrow();
        Link found = links.find(token, NOW).orElseThrow();
        assertThat(found.surveyId()).isEqualTo("A-1001~delivery");
        assertThat(found.orderValue()).contains(new BigDecimal("79.9"));
        assertThat(found.tokenHash()).doesNotContain(token.value());
        assertThat(links.find(token, NOW.plus(Duration.ofDays(46)))).isEmpty();
    }

    @Test
    void setsTheTimerOfOneReminder() {
        deliver(ORDER, Duration.ofDays(2));

        handle("survey-sender/due.json", NOW);

        assertThat(timers())
                .contains(
                        new Timer(
                                TimerKind.REMINDER,
                                "A-1001~delivery",
                                NOW.plus(Duration.ofDays(3))));
    }

    @Test
    void waitsForTheMorningOfTheCustomer() {
        deliver(ORDER, Duration.ofDays(2));

        handle("survey-sender/due.json", NIGHT);

        Instant morning = Instant.parse("2026-11-25T09:00:00Z");
        assertThat(ses.requests()).isEmpty();
        assertThat(survey(ORDER).dueAt()).isEqualTo(morning);
        assertThat(timers()).contains(new Timer(TimerKind.SURVEY, "A-1001~delivery", morning));
        handle("survey-sender/due.json", morning);
        assertThat(ses.requests()).as("its first timer, late").isEmpty();
        sender(morning).receive(new Timer(TimerKind.SURVEY, "A-1001~delivery", morning));
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void leavesASurveyThatWasPutOffToItsLaterTimer() {
        deliver(ORDER, Duration.ofHours(1));

        handle("survey-sender/due.json", NOW);

        assertThat(ses.requests()).isEmpty();
        assertThat(survey(ORDER).isPlanned()).isTrue();
        assertThat(timers())
                .containsExactly(
                        new Timer(TimerKind.SURVEY, "A-1001~delivery", survey(ORDER).dueAt()));
    }

    @Test
    void believesItsTimerMoreThanAClockThatIsBehind() {
        deliver(ORDER, Duration.ofDays(1));
        Instant dueAt = survey(ORDER).dueAt();

        sender(dueAt.minusMillis(20))
                .receive(new Timer(TimerKind.SURVEY, "A-1001~delivery", dueAt));

        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void sendsNothingAboutAnOrderThatWasCancelledMeanwhile() {
        deliver(ORDER, Duration.ofDays(2));
        receive(event(ORDER, EventType.CANCELLED, Duration.ofHours(1)));

        handle("survey-sender/due.json", NOW);

        assertThat(ses.requests()).isEmpty();
    }

    @Test
    void sendsNothingToWhoUnsubscribedMeanwhile() {
        deliver(ORDER, Duration.ofDays(2));
        contacts.suppress(contactKey.idOf(ADDRESS), SuppressionReason.UNSUBSCRIBED, NOW);

        handle("survey-sender/due.json", NOW);

        assertThat(ses.requests()).isEmpty();
        assertThat(survey(ORDER).state())
                .isEqualTo(new Survey.State.Skipped(NOW, Reason.SUPPRESSED));
    }

    @Test
    void sendsNothingToWhoToldSupportBefore() {
        deliver(ORDER, Duration.ofDays(2));
        OrderSurveys order = surveys.find(ORDER).orElseThrow();
        Survey answered = survey(ORDER).answered(NOW.minusSeconds(60));
        assertThat(surveys.write(order, order.with(answered), timers)).isPresent();

        handle("survey-sender/due.json", NOW);

        assertThat(ses.requests()).isEmpty();
        assertThat(survey(ORDER)).isEqualTo(answered);
    }

    @Test
    void asksACustomerAboutOneOfTwoOrdersThatComeDueTogether() {
        OrderId other = new OrderId("A-1002");
        deliver(ORDER, Duration.ofDays(2));
        deliver(other, Duration.ofDays(2));

        SurveySender sender = sender(NOW);
        sender.receive(new Timer(TimerKind.SURVEY, "A-1001~delivery", NOW));
        sender.receive(new Timer(TimerKind.SURVEY, "A-1002~delivery", NOW));

        assertThat(ses.requests()).hasSize(1);
        assertThat(survey(other).state()).isEqualTo(new Survey.State.Skipped(NOW, Reason.CAPPED));
    }

    @Test
    void sendsAgainWhatSesWasTooBusyFor() {
        deliver(ORDER, Duration.ofDays(2));
        ses.fail(429, "TooManyRequestsException");

        String busy = handle("survey-sender/due.json", NOW);
        String later = handle("survey-sender/due.json", NOW.plusSeconds(180));

        assertThat(busy).contains("\"m-1\"");
        assertThat(later).doesNotContain("m-1");
        assertThat(survey(ORDER).state()).isInstanceOf(Survey.State.Sent.class);
    }

    @Test
    void givesUpAnAddressThatSesRefuses() {
        deliver(ORDER, Duration.ofDays(2));
        ses.fail(400, "BadRequestException");

        String result = handle("survey-sender/due.json", NOW);

        assertThat(result).doesNotContain("m-1");
        assertThat(survey(ORDER).state())
                .isEqualTo(new Survey.State.Skipped(NOW, Reason.REJECTED_ADDRESS));
        assertThat(contact().suppression()).contains(SuppressionReason.REJECTED);
    }

    @Test
    void looksAgainLaterWhenTheAnswerOfSesIsLost() {
        deliver(ORDER, Duration.ofDays(2));
        ses.dropConnection();

        handle("survey-sender/due.json", NOW);
        handle("survey-sender/due.json", NOW);

        Timer settling = new Timer(TimerKind.SURVEY, "A-1001~delivery", NOW.plus(SETTLING_TIME));
        assertThat(ses.requests()).hasSize(1);
        assertThat(survey(ORDER).state()).isInstanceOf(Survey.State.Sending.class);
        assertThat(timers()).contains(settling);
    }

    @Test
    void sendsOnceMoreWhenSesSaidNothingInTime() {
        deliver(ORDER, Duration.ofDays(2));
        ses.dropConnection();
        handle("survey-sender/due.json", NOW);

        handle("survey-sender/due.json", NOW.plus(SETTLING_TIME));

        assertThat(ses.requests()).hasSize(2);
        assertThat(survey(ORDER).state()).isInstanceOf(Survey.State.Sent.class);
    }

    @Test
    void hearsNothingNewFromSesOfAMailThatWasNoted() {
        deliver(ORDER, Duration.ofDays(2));
        Settlement settlement = new Settlement(dynamoDb, mailsTable, surveys);
        ses.dropConnection();
        handle("survey-sender/due.json", NOW);

        boolean whileOpen = settlement.sent(tag(), "ses-1", NOW);
        handle("survey-sender/due.json", NOW.plus(SETTLING_TIME));

        assertThat(whileOpen).isTrue();
        assertThat(settlement.sent(tag(), "ses-1", NOW)).isFalse();
    }

    @Test
    void takesTheWordOfSesThatTheMailWentOut() {
        deliver(ORDER, Duration.ofDays(2));
        ses.dropConnection();
        handle("survey-sender/due.json", NOW);
        new Settlement(dynamoDb, mailsTable, surveys).sent(tag(), "ses-1", NOW);
        contacts.suppress(contactKey.idOf(ADDRESS), SuppressionReason.UNSUBSCRIBED, NOW);
        Instant later = NOW.plus(SETTLING_TIME);

        handle("survey-sender/due.json", later);

        assertThat(ses.requests()).hasSize(1);
        assertThat(survey(ORDER).state()).isEqualTo(new Survey.State.Sent(later, "ses-1"));
        assertThat(timers())
                .contains(
                        new Timer(
                                TimerKind.REMINDER,
                                "A-1001~delivery",
                                NOW.plus(Duration.ofDays(3))));
    }

    @Test
    void remindsOnceOfASurveyThatWasNotAnswered() {
        deliver(ORDER, Duration.ofDays(2));
        handle("survey-sender/due.json", NOW);
        Instant later = NOW.plus(Duration.ofDays(3));

        handle("survey-sender/reminder.json", later);
        handle("survey-sender/reminder.json", later);

        assertThat(ses.requests()).hasSize(2);
        assertThat(html()).contains("We will not ask again");
    }

    @Test
    void remindsNobodyWhoAnswered() {
        deliver(ORDER, Duration.ofDays(2));
        handle("survey-sender/due.json", NOW);
        replies.write(reply(Evidence.CONFIRMED));

        handle("survey-sender/reminder.json", NOW.plus(Duration.ofDays(3)));

        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void remindsWhomOnlyAMachineAnsweredFor() {
        deliver(ORDER, Duration.ofDays(2));
        handle("survey-sender/due.json", NOW);
        replies.write(reply(Evidence.SUSPECT));

        handle("survey-sender/reminder.json", NOW.plus(Duration.ofDays(3)));

        assertThat(ses.requests()).hasSize(2);
    }

    @Test
    void remindsNobodyOfWhatWasSentBackMeanwhile() {
        deliver(ORDER, Duration.ofDays(2));
        handle("survey-sender/due.json", NOW);
        receive(event(ORDER, EventType.RETURN_COMPLETED, Duration.ofHours(1)));

        handle("survey-sender/reminder.json", NOW.plus(Duration.ofDays(3)));

        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void leavesAReminderForTheMorning() {
        deliver(ORDER, Duration.ofDays(2));
        handle("survey-sender/due.json", NOW);

        handle("survey-sender/reminder.json", NIGHT);

        assertThat(ses.requests()).hasSize(1);
        assertThat(timers())
                .contains(
                        new Timer(
                                TimerKind.REMINDER,
                                "A-1001~delivery",
                                Instant.parse("2026-11-25T09:00:00Z")));
    }

    @Test
    void failsBadMessagesAloneAndSendsTheirNeighbour() {
        deliver(ORDER, Duration.ofDays(2));

        String result = handle("survey-sender/due-among-bad-ones.json", NOW);

        assertThat(Json.parseObject(result).objects("batchItemFailures"))
                .extracting(failure -> failure.string("itemIdentifier"))
                .containsExactly("m-1", "m-2", "m-4", "m-5");
        assertThat(ses.requests()).hasSize(1);
    }

    @Test
    void asksWhetherItWasPutRightThoughTheDeliveryWasJustAskedAbout() {
        deliver(ORDER, Duration.ofDays(2));
        handle("survey-sender/due.json", NOW);
        resolve(NOW);

        sender(PUT_RIGHT_DUE).receive(FOLLOW_UP_DUE);
        sender(PUT_RIGHT_DUE).receive(FOLLOW_UP_DUE);

        assertThat(ses.requests()).hasSize(2);
        assertThat(html()).contains("Did Doorstep Demo Shop put it right?", "/5\"");
        assertThat(html()).doesNotContain("not-received");
        assertThat(followUpSurvey().state())
                .isEqualTo(new Survey.State.Sent(PUT_RIGHT_DUE, "ses-2"));
    }

    @Test
    void asksNobodyWhoseCaseWasOpenedAgain() {
        deliver(ORDER, Duration.ofDays(2));
        FollowUp resolved = resolve(NOW);
        reopen(resolved);

        sender(PUT_RIGHT_DUE).receive(FOLLOW_UP_DUE);

        assertThat(ses.requests()).isEmpty();
        assertThat(followUpSurvey().state())
                .isEqualTo(new Survey.State.Skipped(PUT_RIGHT_DUE, Reason.REOPENED));
    }

    @Test
    void waitsWhenTheCaseWasResolvedOnceMore() {
        deliver(ORDER, Duration.ofDays(2));
        FollowUp open = reopen(resolve(NOW));
        Instant again = NOW.plus(Duration.ofDays(1));
        end(open, again);

        sender(PUT_RIGHT_DUE).receive(FOLLOW_UP_DUE);

        assertThat(ses.requests()).isEmpty();
        assertThat(followUpSurvey().isPlanned()).isTrue();
        assertThat(followUpSurvey().dueAt()).isEqualTo(again.plus(Duration.ofDays(2)));
        assertThat(timers())
                .contains(
                        new Timer(
                                TimerKind.SURVEY,
                                "A-1001~follow-up",
                                again.plus(Duration.ofDays(2))));
    }

    @Test
    void remindsOfTheFollowUpOnlyWhileItIsResolved() {
        deliver(ORDER, Duration.ofDays(2));
        FollowUp resolved = resolve(NOW);
        sender(PUT_RIGHT_DUE).receive(FOLLOW_UP_DUE);
        Instant later = PUT_RIGHT_DUE.plus(Duration.ofDays(3));
        Timer reminder = new Timer(TimerKind.REMINDER, "A-1001~follow-up", later);
        reopen(resolved);

        sender(later).receive(reminder);

        assertThat(ses.requests()).hasSize(1);
        assertThat(timers()).contains(reminder);
    }

    /** A case that support has resolved, and the question about it planned. */
    private FollowUp resolve(Instant at) {
        Attention need = new Attention(Severity.NORMAL, NOW);
        Order order = surveys.find(ORDER).orElseThrow().order(programme);
        FollowUp open =
                FollowUp.open(
                        reply(Evidence.CONFIRMED),
                        need,
                        new Promise(NOW, NOW, NOW),
                        CustomerSummary.of(order, Optional.empty(), String::strip),
                        NOW);
        assertThat(followUps.open(open)).isTrue();
        FollowUp resolved = end(open, at);
        OrderSurveys before = surveys.find(ORDER).orElseThrow();
        OrderSurveys after =
                new FollowUpDecisions(programme)
                        .onResolved(
                                before,
                                resolved.end().orElseThrow(),
                                Optional.of(Contact.unknown(contactKey.idOf(ADDRESS))),
                                NOW)
                        .order();
        assertThat(surveys.write(before, after, timers)).isPresent();
        return resolved;
    }

    private FollowUp end(FollowUp open, Instant at) {
        Agent agent = new Agent("agent-1", Optional.empty());
        FollowUp claimed = open.claimed(agent, NOW, Duration.ofMinutes(30));
        FollowUp resolved =
                claimed.resolved(
                        agent,
                        new Resolution(
                                dev.doorstep.followups.Outcome.REPLACED,
                                RootCause.CARRIER_DAMAGED,
                                at),
                        Optional.empty());
        assertThat(followUps.change(open, claimed)).isTrue();
        assertThat(followUps.change(claimed, resolved)).isTrue();
        return resolved;
    }

    private FollowUp reopen(FollowUp resolved) {
        Instant later = NOW.plusSeconds(60);
        Reply worse = changed(reply(Evidence.CONFIRMED), new Attention(Severity.URGENT, later));
        FollowUp open =
                resolved.replyChanged(worse, new Promise(later, later, later), later).orElseThrow();
        assertThat(open.isLive()).isTrue();
        assertThat(followUps.change(resolved, open)).isTrue();
        return open;
    }

    private static Reply changed(Reply reply, Attention need) {
        return new Reply(
                reply.survey(),
                reply.metric(),
                new Answer.Score(0),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                Evidence.CONFIRMED,
                NOW,
                need.since(),
                2,
                Optional.of(need),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                List.of(),
                Optional.empty());
    }

    private Survey followUpSurvey() {
        return surveys.find(ORDER).orElseThrow().survey(Touchpoint.FOLLOW_UP).orElseThrow();
    }

    private SurveySender sender(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Mailer mailer =
                new Mailer(
                        ses.client(),
                        dynamoDb,
                        mailsTable,
                        programme,
                        "example.com",
                        "surveys",
                        SETTLING_TIME,
                        1,
                        clock);
        return new SurveySender(
                surveys,
                timers,
                contacts,
                contactKey,
                replies,
                followUps,
                new Invitations(
                        new MailLinks(
                                links,
                                programme,
                                "https://survey.example.com",
                                "reply.example.com"),
                        mailer),
                programme,
                clock);
    }

    private String handle(String sample, Instant now) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        new SurveySenderHandler(sender(now)).handle(Events.stream(sample), result);
        return result.toString(StandardCharsets.UTF_8);
    }

    private void deliver(OrderId order, Duration ago) {
        receive(event(order, EventType.DELIVERED, ago));
    }

    private void receive(OrderEvent event) {
        OrderSurveys before =
                surveys.find(event.order()).orElse(OrderSurveys.unknown(event.order()));
        OrderSurveys after =
                new Decisions(programme)
                        .onEvent(
                                event,
                                before,
                                Optional.of(Contact.unknown(contactKey.idOf(ADDRESS))),
                                NOW)
                        .order();
        assertThat(surveys.write(before, after, timers)).isPresent();
    }

    private Survey survey(OrderId order) {
        return surveys.find(order).orElseThrow().survey(Touchpoint.DELIVERY).orElseThrow();
    }

    private Contact contact() {
        return contacts.load(contactKey.idOf(ADDRESS), Consistency.STRONG);
    }

    private String tag() {
        return ses.requests().getFirst().objects("EmailTags").getFirst().string("Value");
    }

    private String html() {
        JsonObject last = ses.requests().getLast();
        return last.object("Content").object("Simple").object("Body").object("Html").string("Data");
    }

    private List<Timer> timers() {
        List<Timer> all = new ArrayList<>();
        for (int shard = 0; shard < Timers.SHARDS; shard++) {
            all.addAll(timers.due(shard, NOW.plus(Duration.ofDays(365)), 100));
        }
        return all;
    }

    private static OrderEvent event(OrderId order, EventType type, Duration ago) {
        return new OrderEvent(
                "/shop",
                order + type.id(),
                type,
                NOW.minus(ago),
                order,
                new OrderData(
                        Optional.of(ADDRESS),
                        Optional.of("Ada"),
                        Optional.of(Locale.UK),
                        Optional.of(ZoneId.of("Europe/London")),
                        Optional.empty(),
                        List.of("Reading lamp"),
                        Optional.of(new Money(new BigDecimal("79.90"), "EUR")),
                        Optional.of("DHL"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Reply reply(Evidence evidence) {
        Survey survey = survey(ORDER);
        return new Reply(
                survey.id(),
                survey.metric(),
                new Answer.Score(9),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                evidence,
                NOW,
                NOW,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                List.of(),
                Optional.empty());
    }
}

package dev.doorstep.promisewatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.followups.Agent;
import dev.doorstep.followups.CustomerSummary;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpQueues;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Happening;
import dev.doorstep.followups.HistoryEntry;
import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.Promise;
import dev.doorstep.followups.Promises;
import dev.doorstep.followups.Resolution;
import dev.doorstep.followups.RootCause;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.links.Link;
import dev.doorstep.links.Links;
import dev.doorstep.links.ReplyToken;
import dev.doorstep.mail.MailLinks;
import dev.doorstep.mail.Mailer;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.Decisions;
import dev.doorstep.surveys.EventType;
import dev.doorstep.surveys.OrderData;
import dev.doorstep.surveys.OrderEvent;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;
import dev.doorstep.testing.SqsLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.testing.TestSes;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
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

class PromiseWatchTest {
    /**
     * A Tuesday at one in support's time zone; a promise of then binds until noon of the next day.
     */
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final Instant WARN = Instant.parse("2026-11-25T09:00:00Z");
    private static final Instant BREAK = Instant.parse("2026-11-25T11:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final SurveyId CASE = SurveyId.parse("A-1001~delivery");
    private static final String DONE = "{\"batchItemFailures\":[]}";
    private static final ContactKey CONTACT_KEY = ContactKey.of("0123456789abcdef0123456789abcdef");
    private static final Agent ROBIN =
            new Agent("agent-1", Optional.of("Robin"), Optional.of("robin@shop.example"));

    private final SqsClient sqs = SqsLocal.client();
    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final TestSes ses = new TestSes();
    private final Programme programme = Programme.load(new Environment(Map.of()));
    private final Surveys surveys = new Surveys(dynamoDb, Tables.create("SurveysTable"));
    private final Timers timers = new Timers(dynamoDb, Tables.create("TimersTable"));
    private final FollowUps followUps = new FollowUps(dynamoDb, Tables.create("FollowUpsTable"));
    private final Contacts contacts = new Contacts(dynamoDb, Tables.create("ContactsTable"));
    private final Links links = new Links(dynamoDb, Tables.create("LinksTable"));
    private final String mailsTable = Tables.create("MailsTable");
    private final FollowUpQueues queues =
            new FollowUpQueues(sqs, SqsLocal.createQueue(), SqsLocal.createQueue());

    @BeforeEach
    void deliverAndOpen() {
        deliver();
        open(Optional.of("ada@customer.example"));
    }

    @AfterEach
    void stop() {
        ses.close();
    }

    @Test
    void warnsTheTeamOnceWhenNobodyHasTheCase() {
        String first = handleAt(WARN, "promise-due");
        String second = handleAt(WARN.plusSeconds(1), "promise-due");

        assertThat(first).isEqualTo(DONE).isEqualTo(second);
        assertThat(recipients()).containsExactly("support@example.com");
        assertThat(happenings()).containsExactly(Happening.OPENED, Happening.WARNED);
        assertThat(timers()).contains(promiseTimer(1, BREAK));
    }

    @Test
    void warnsWhoHasTheCase() {
        claim();

        handleAt(WARN, "promise-due");

        assertThat(recipients()).containsExactly("robin@shop.example");
        assertThat(text(ses.requests().getFirst()))
                .contains(
                        "Robin has the case", "https://desk.example.com/desk/cases/A-1001~delivery")
                .doesNotContain("Ada", "customer.example", "broken.");
    }

    @Test
    void looksAgainAtThePromiseWhenItsTimerCameTooEarly() {
        handleAt(WARN.minusMillis(1), "promise-due");

        assertThat(ses.requests()).isEmpty();
        assertThat(timers()).containsExactly(promiseTimer(1, WARN));
    }

    @Test
    void tellsTheCustomerAndTheLeadOfABrokenPromiseOnceEvenWhenTheTimerIsRedelivered() {
        handleAt(BREAK, "promise-due");
        handleAt(BREAK.plusSeconds(180), "promise-due");

        FollowUp broken = followUp();
        Instant next = Instant.parse("2026-11-25T13:00:00Z");
        assertThat(recipients())
                .containsExactly("ada@customer.example", "support-lead@example.com");
        assertThat(text(ses.requests().getFirst()))
                .contains("Guten Tag Ada", "Mittwoch, 25. November, 14:00 Uhr");
        assertThat(broken.severity()).isEqualTo(Severity.URGENT);
        assertThat(broken.promisedAt()).isEqualTo(next);
        assertThat(broken.ledger().promises().getFirst().end())
                .contains(new Promise.End(Promise.Fate.BROKEN, BREAK));
        assertThat(hints(Severity.URGENT)).containsExactly(CASE);
        assertThat(timers()).contains(promiseTimer(2, Instant.parse("2026-11-25T12:30:00Z")));
    }

    @Test
    void promisesLessWithEachPromiseThatBreaks() {
        handleAt(BREAK, "promise-due");
        Instant second = followUp().promisedAt();
        receiveAt(second, promiseTimer(2, second));

        Promise third = followUp().ledger().last();

        assertThat(third.madeAt()).isEqualTo(second);
        assertThat(third.by())
                .isEqualTo(second.plus(programme.support().urgentPromise().multipliedBy(2)));
        assertThat(recipients()).hasSize(4);
    }

    @Test
    void saysNothingOfAPromiseThatWasKept() {
        FollowUp claimed = claim();
        change(claimed, contacted(claimed, WARN.minusSeconds(1)));

        handleAt(BREAK, "promise-due");

        assertThat(ses.requests()).isEmpty();
        assertThat(fates()).containsExactly(Promise.Fate.KEPT);
    }

    @Test
    void saysNothingToWhoWasReachedAFewMomentsTooLate() {
        FollowUp claimed = claim();
        change(claimed, contacted(claimed, BREAK.plusSeconds(5)));

        handleAt(BREAK.plusSeconds(30), "promise-due");

        assertThat(ses.requests()).isEmpty();
        assertThat(fates()).containsExactly(Promise.Fate.BROKEN);
        assertThat(followUp().severity()).isEqualTo(Severity.NORMAL);
    }

    @Test
    void leavesAMovedPromiseToItsNewTimer() {
        FollowUp claimed = claim();
        Instant later = BREAK.plus(Duration.ofHours(5));
        change(
                claimed,
                claimed.promised(
                        ROBIN,
                        NOW,
                        LEASE,
                        Promises.agreed(later, NOW),
                        Optional.of(ContactChannel.PHONE),
                        "The carrier needs until then."));

        handleAt(BREAK, "promise-due");

        assertThat(ses.requests()).isEmpty();
        assertThat(fates()).containsExactly(Promise.Fate.MOVED);
        assertThat(timers()).contains(promiseTimer(2, Promises.agreed(later, NOW).warnAt()));
    }

    @Test
    void saysNothingOfACaseThatIsOver() {
        FollowUp claimed = claim();
        change(
                claimed,
                claimed.resolved(
                        ROBIN,
                        new Resolution(Outcome.NOTHING_NEEDED, RootCause.OTHER, NOW),
                        Optional.empty()));

        handleAt(BREAK, "promise-due");

        assertThat(ses.requests()).isEmpty();
    }

    @Test
    void tellsOnlyTheLeadWhenTheCustomerWasReachedBeforeTheMailWentOut() {
        FollowUp claimed = claim();
        FollowUp broken = claimed.broken(Promises.again(1, programme.support(), BREAK), BREAK);
        change(claimed, broken);
        change(broken, contacted(broken, BREAK.plusSeconds(60)));

        handleAt(BREAK.plusSeconds(180), "promise-due");

        assertThat(recipients()).containsExactly("support-lead@example.com");
    }

    @Test
    void looksAgainWhereItIsNotKnownWhetherSesTookAMail() {
        ses.fail(500, "InternalServiceErrorException");

        handleAt(BREAK, "promise-due");

        assertThat(timers()).contains(promiseTimer(1, BREAK.plus(Duration.ofMinutes(30))));
        assertThat(fates()).containsExactly(Promise.Fate.BROKEN);
    }

    @Test
    void warnsAgainOnlyOnceSesMustHaveSaidWhetherItTookTheWarning() {
        ses.fail(500, "InternalServiceErrorException");
        handleAt(WARN, "promise-due");

        handleAt(WARN.plusSeconds(180), "promise-due");
        int meanwhile = ses.requests().size();
        handleAt(WARN.plus(Duration.ofMinutes(31)), "promise-due");

        assertThat(meanwhile).isEqualTo(1);
        assertThat(ses.requests()).hasSize(2);
        assertThat(happenings()).containsExactly(Happening.OPENED, Happening.WARNED);
    }

    @Test
    void sendsWhatSupportWroteOnceWithAnAddressToAnswerAt() {
        FollowUp claimed = claim();
        change(claimed, claimed.written(ROBIN, NOW, LEASE, "Dear Ada,\n\nwe are sorry.\nRobin"));

        handleAt(NOW, "mail-due");
        handleAt(NOW.plusSeconds(180), "mail-due");

        assertThat(recipients()).containsExactly("ada@customer.example");
        assertThat(text(ses.requests().getFirst())).contains("Dear Ada,\n\nwe are sorry.\nRobin");
        assertThat(linkOfReplyAddress(ses.requests().getFirst()).surveyId())
                .isEqualTo(CASE.toString());
        assertThat(headers(ses.requests().getFirst())).doesNotContain("Auto-Submitted");
    }

    @Test
    void tellsTheNewTimeInTheMailThatMovesAPromise() {
        FollowUp claimed = claim();
        Instant later = Instant.parse("2026-11-26T14:00:00Z");
        change(
                claimed,
                claimed.promised(
                        ROBIN,
                        NOW,
                        LEASE,
                        Promises.agreed(later, NOW),
                        Optional.empty(),
                        "Der Paketdienst sucht noch."));

        handleAt(NOW, "mail-due");

        assertThat(text(ses.requests().getFirst()))
                .contains("Der Paketdienst sucht noch.", "Donnerstag, 26. November, 15:00 Uhr");
    }

    @Test
    void notesOnceThatAMailGoesNowhere() {
        contacts.suppress(CONTACT_KEY.idOf("ada@customer.example"), SuppressionReason.BOUNCED, NOW);
        FollowUp claimed = claim();
        change(claimed, claimed.written(ROBIN, NOW, LEASE, "Dear Ada"));

        handleAt(NOW, "mail-due");
        handleAt(NOW.plusSeconds(180), "mail-due");

        assertThat(ses.requests()).isEmpty();
        assertThat(happenings())
                .containsExactly(
                        Happening.OPENED,
                        Happening.CLAIMED,
                        Happening.CONTACTED,
                        Happening.MAIL_REFUSED);
    }

    @Test
    void stillWritesToWhoWantsNoMoreSurveys() {
        contacts.suppress(
                CONTACT_KEY.idOf("ada@customer.example"), SuppressionReason.UNSUBSCRIBED, NOW);
        FollowUp claimed = claim();
        change(claimed, claimed.written(ROBIN, NOW, LEASE, "Dear Ada"));

        handleAt(NOW, "mail-due");

        assertThat(recipients()).containsExactly("ada@customer.example");
    }

    @Test
    void refusesWhatIsNoneOfItsTimersAndGoesOnWithTheNext() {
        String astray = handleAt(BREAK, "lease-astray");
        String oneBad = handleAt(BREAK, "one-bad");

        assertThat(astray).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
        assertThat(oneBad).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
        assertThat(fates()).containsExactly(Promise.Fate.BROKEN);
    }

    private String handleAt(Instant now, String sample) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        new PromiseWatchHandler(watch(now))
                .handle(Events.stream("promise-watch/" + sample + ".json"), result);
        return result.toString(StandardCharsets.UTF_8);
    }

    private void receiveAt(Instant now, Timer timer) {
        watch(now).receive(timer);
    }

    private PromiseWatch watch(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new PromiseWatch(
                followUps,
                queues,
                timers,
                surveys,
                contacts,
                CONTACT_KEY,
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
                programme,
                "https://desk.example.com",
                clock);
    }

    private void open(Optional<String> address) {
        Attention need = new Attention(Severity.NORMAL, NOW);
        Reply reply =
                new Reply(
                        CASE,
                        Metric.NPS,
                        new Answer.Score(3),
                        List.of(),
                        Optional.of("It came broken."),
                        Optional.empty(),
                        Channel.PAGE,
                        Evidence.CONFIRMED,
                        NOW,
                        NOW,
                        1,
                        Optional.of(need),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        0,
                        List.of(),
                        Optional.empty());
        Customer customer =
                new Customer(
                        address,
                        Optional.of("Ada"),
                        Locale.GERMAN,
                        ZoneId.of("Europe/Berlin"),
                        Optional.empty());
        FollowUp opened =
                FollowUp.open(
                        reply,
                        need,
                        Promises.promise(need, programme.support(), NOW),
                        new CustomerSummary(customer, List.of("Reading lamp")),
                        NOW);
        assertThat(followUps.open(opened)).isTrue();
    }

    private FollowUp claim() {
        FollowUp open = followUp();
        return change(open, open.claimed(ROBIN, NOW, LEASE));
    }

    private FollowUp change(FollowUp before, FollowUp after) {
        assertThat(followUps.change(before, after, timers)).isTrue();
        return after;
    }

    private static FollowUp contacted(FollowUp followUp, Instant at) {
        return followUp.contacted(ROBIN, at, LEASE, ContactChannel.PHONE, "We are sorry.");
    }

    private FollowUp followUp() {
        return followUps.find(CASE).orElseThrow();
    }

    private List<Happening> happenings() {
        return followUp().history().entries().stream().map(HistoryEntry::what).toList();
    }

    private List<Promise.Fate> fates() {
        return followUp().ledger().promises().stream()
                .flatMap(promise -> promise.end().stream())
                .map(Promise.End::fate)
                .toList();
    }

    private List<String> recipients() {
        return ses.requests().stream()
                .flatMap(mail -> mail.object("Destination").strings("ToAddresses").stream())
                .toList();
    }

    private static Timer promiseTimer(int number, Instant at) {
        return new Timer(TimerKind.PROMISE, CASE + "~" + number, at);
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
            all.addAll(timers.due(shard, NOW.plus(Duration.ofDays(7)), 100));
        }
        return all;
    }

    private Link linkOfReplyAddress(JsonObject mail) {
        String address = mail.strings("ReplyToAddresses").getFirst();
        return links.find(ReplyToken.ofAddress(address).orElseThrow(), NOW).orElseThrow();
    }

    private static List<String> headers(JsonObject mail) {
        return mail.object("Content").object("Simple").objects("Headers").stream()
                .map(header -> header.string("Name"))
                .toList();
    }

    private static String text(JsonObject mail) {
        return mail.object("Content").object("Simple").object("Body").object("Text").string("Data");
    }

    private void deliver() {
        OrderEvent event =
                new OrderEvent(
                        "/shop",
                        "event-1",
                        EventType.DELIVERED,
                        NOW.minus(Duration.ofDays(2)),
                        new OrderId("A-1001"),
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
        assertThat(surveys.write(before, after, timers)).isPresent();
    }
}

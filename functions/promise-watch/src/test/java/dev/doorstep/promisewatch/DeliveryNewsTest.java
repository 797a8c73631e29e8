package dev.doorstep.promisewatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.followups.Agent;
import dev.doorstep.followups.CustomerSummary;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpQueues;
import dev.doorstep.followups.FollowUpState;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Happening;
import dev.doorstep.followups.HistoryEntry;
import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.Promises;
import dev.doorstep.followups.Resolution;
import dev.doorstep.followups.RootCause;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.links.Links;
import dev.doorstep.links.ReplyToken;
import dev.doorstep.mail.MailLinks;
import dev.doorstep.mail.Mailer;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Severity;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class DeliveryNewsTest {
    /** A Tuesday at one in the afternoon where the customer lives and support works. */
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Instant OVERDUE = Instant.parse("2026-11-25T11:00:00Z");
    private static final Instant LONG_OVERDUE = Instant.parse("2026-11-27T22:59:59.999Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final SurveyId CASE = SurveyId.parse("A-1001~delivery");
    private static final String ADDRESS = "ada@customer.example";
    private static final String DONE = "{\"batchItemFailures\":[]}";
    private static final ContactKey CONTACT_KEY = ContactKey.of("0123456789abcdef0123456789abcdef");
    private static final Agent ROBIN = new Agent("agent-1", Optional.of("Robin"));

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
            new FollowUpQueues(SqsLocal.client(), SqsLocal.createQueue(), SqsLocal.createQueue());

    @BeforeEach
    void place() {
        happened(EventType.PLACED, Duration.ofDays(4), Optional.of(TODAY));
    }

    @AfterEach
    void stop() {
        ses.close();
    }

    @Test
    void tellsTheNewDayOfADelayOnceEvenWhenTheTimerIsRedelivered() {
        delayed(HOUR, 1);

        String first = handleAt(NOW);
        String second = handleAt(NOW.plusSeconds(60));

        assertThat(first).isEqualTo(DONE).isEqualTo(second);
        assertThat(recipients()).containsExactly(ADDRESS);
        assertThat(text(0))
                .startsWith("Guten Tag Ada")
                .contains("Mittwoch, 25. November.", "Reading lamp")
                .doesNotContain("Team", "https://");
        assertThat(followUps.find(CASE)).isEmpty();
    }

    @Test
    void givesAnAddressAtWhichWhateverIsWrittenIsALetter() {
        delayed(HOUR, 1);

        handleAt(NOW);

        String address = ses.requests().getFirst().strings("ReplyToAddresses").getFirst();
        assertThat(links.find(ReplyToken.ofAddress(address).orElseThrow(), NOW))
                .get()
                .matches(link -> !link.asks())
                .matches(link -> link.surveyId().equals(CASE.toString()));
    }

    @Test
    void tellsOfASecondDelayOnlyIfTheDayChanged() {
        delayed(HOUR.multipliedBy(3), 1);
        handleAt(NOW);
        delayed(HOUR.multipliedBy(2), 1);
        handleAt(NOW);
        delayed(HOUR, 2);
        handleAt(NOW);

        assertThat(recipients()).hasSize(2);
        assertThat(text(1)).contains("Donnerstag, 26. November.");
    }

    @Test
    void opensACaseForALostParcelAtOnceAndSaysByWhenAPersonIsInTouch() {
        lost();

        handleAt(NOW);
        handleAt(NOW.plusSeconds(60));

        FollowUp opened = followUp();
        assertThat(opened.severity()).isEqualTo(Severity.URGENT);
        assertThat(opened.reply().answer()).isEqualTo(new Answer.Unscored());
        assertThat(opened.promisedAt()).isEqualTo("2026-11-24T14:00:00Z");
        assertThat(history()).containsExactly(Happening.OPENED);
        assertThat(opened.history().entries().getFirst().text())
                .contains("The parcel was reported lost.");
        assertThat(hints(Severity.URGENT)).containsExactly(CASE);
        assertThat(timers()).contains(opened.promiseTimer().orElseThrow());
        assertThat(recipients()).containsExactly(ADDRESS);
        assertThat(text(0)).contains("verloren", "Dienstag, 24. November, 15:00 Uhr.");
    }

    @Test
    void completesWhatACrashLeftUndone() {
        lost();
        Attention need = new Attention(Severity.URGENT, NOW.minus(HOUR));
        assertThat(
                        followUps.open(
                                FollowUp.openUnasked(
                                        CASE,
                                        Metric.NPS,
                                        need,
                                        Promises.promise(need, programme.support(), NOW),
                                        customer(),
                                        "lost",
                                        NOW)))
                .isTrue();

        handleAt(NOW);

        assertThat(hints(Severity.URGENT)).containsExactly(CASE);
        assertThat(timers()).contains(followUp().promiseTimer().orElseThrow());
        assertThat(history()).containsExactly(Happening.OPENED);
        assertThat(recipients()).hasSize(1);
    }

    @Test
    void opensACaseForADelayOfDaysAndSaysBothTimesInOneMail() {
        delayed(HOUR, 3);

        handleAt(NOW);

        assertThat(followUp().severity()).isEqualTo(Severity.NORMAL);
        assertThat(hints(Severity.NORMAL)).containsExactly(CASE);
        assertThat(recipients()).hasSize(1);
        assertThat(text(0))
                .contains("Freitag, 27. November.", "Mittwoch, 25. November, 12:00 Uhr.");
    }

    @Test
    void tellsOfAnOverdueParcelAndLooksAgainWhenAPersonIsNeeded() {
        handleAt(OVERDUE);
        handleAt(OVERDUE.plusSeconds(60));

        assertThat(recipients()).hasSize(1);
        assertThat(text(0)).contains("(Dienstag, 24. November)", "wissen noch nicht");
        assertThat(followUps.find(CASE)).isEmpty();
        assertThat(timers()).contains(newsTimer(LONG_OVERDUE));
    }

    @Test
    void opensACaseForAParcelThatIsOverdueForDaysAndTellsInTheMorning() {
        handleAt(OVERDUE);
        Instant morning = Instant.parse("2026-11-28T08:00:00Z");

        handleAt(LONG_OVERDUE);

        assertThat(followUp().promisedAt()).isEqualTo("2026-11-30T16:00:00Z");
        assertThat(recipients()).hasSize(1);
        assertThat(timers()).contains(newsTimer(morning));

        handleAt(morning);
        handleAt(morning.plusSeconds(60));

        assertThat(recipients()).hasSize(2);
        assertThat(text(1)).contains("Montag, 30. November, 17:00 Uhr.");
        assertThat(history()).containsExactly(Happening.OPENED);
    }

    @Test
    void saysNothingAtNight() {
        Instant night = Instant.parse("2026-11-24T21:00:00Z");
        delayed(HOUR, 1);

        handleAt(night);

        assertThat(ses.requests()).isEmpty();
        assertThat(timers()).contains(newsTimer(Instant.parse("2026-11-25T08:00:00Z")));
    }

    @Test
    void saysNothingOnceTheParcelCame() {
        lost();
        happened(EventType.DELIVERED, Duration.ofMinutes(1), Optional.empty());

        handleAt(NOW);
        handleAt(OVERDUE);

        assertThat(ses.requests()).isEmpty();
        assertThat(followUps.find(CASE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhoWantsNoQuestionsButMailsNobodyWhomMailsDoNotReach(SuppressionReason reason) {
        contacts.suppress(CONTACT_KEY.idOf(ADDRESS), reason, NOW);
        lost();

        handleAt(NOW);

        assertThat(recipients().size()).isEqualTo(reason.takesMails() ? 1 : 0);
        assertThat(followUp().state()).isEqualTo(FollowUpState.OPEN);
    }

    @Test
    void looksAfterWhomItCannotWriteTo() {
        happened(new OrderId("A-1002"), EventType.LOST, HOUR, Optional.empty(), Optional.empty());

        watch(NOW).receive(new Timer(TimerKind.DELIVERY_NEWS, "A-1002~delivery", NOW));

        assertThat(ses.requests()).isEmpty();
        assertThat(hints(Severity.URGENT)).containsExactly(SurveyId.parse("A-1002~delivery"));
    }

    @Test
    void doesNothingForAnOrderThatWasNeverWritten() {
        watch(NOW).receive(new Timer(TimerKind.DELIVERY_NEWS, "A-9999~delivery", NOW));

        assertThat(ses.requests()).isEmpty();
    }

    @Test
    void raisesTheCaseThatThereIsAndOpensNoSecond() {
        delayed(HOUR.multipliedBy(2), 3);
        handleAt(NOW.minus(HOUR));
        happened(EventType.LOST, Duration.ofMinutes(1), Optional.empty());

        handleAt(NOW);

        assertThat(history()).containsExactly(Happening.OPENED, Happening.RAISED);
        assertThat(followUp().severity()).isEqualTo(Severity.URGENT);
        assertThat(hints(Severity.URGENT)).containsExactly(CASE);
        assertThat(text(1)).contains("Dienstag, 24. November, 15:00 Uhr.");
    }

    @Test
    void opensAResolvedCaseAgainOnlyForWhatHappenedAfterItsEnd() {
        delayed(HOUR.multipliedBy(2), 3);
        handleAt(NOW.minus(HOUR));
        resolve(NOW.minusSeconds(600));

        handleAt(NOW.minusSeconds(300));
        assertThat(followUp().state()).isEqualTo(FollowUpState.RESOLVED);

        happened(EventType.LOST, Duration.ofMinutes(1), Optional.empty());
        handleAt(NOW);

        assertThat(followUp().state()).isEqualTo(FollowUpState.OPEN);
        assertThat(recipients()).hasSize(2);
    }

    @Test
    void promisesNothingToWhomSomeoneIsInTouchWithAlready() {
        lost();
        handleAt(NOW.minusSeconds(60));
        FollowUp claimed = followUp().claimed(ROBIN, NOW, HOUR);
        assertThat(followUps.change(followUp(), claimed)).isTrue();
        assertThat(
                        followUps.change(
                                claimed,
                                claimed.contacted(
                                        ROBIN, NOW, HOUR, ContactChannel.PHONE, "We look.")))
                .isTrue();
        delayed(Duration.ofSeconds(30), 4);

        handleAt(NOW);

        assertThat(text(1))
                .contains("Samstag, 28. November.")
                .doesNotContain("Jemand aus unserem Team");
    }

    @Test
    void waitsForTheWordOfSesWhereItIsNotKnownWhetherItTookTheMail() {
        ses.fail(500, "InternalServiceErrorException");
        delayed(HOUR, 1);

        handleAt(NOW);

        assertThat(timers()).contains(newsTimer(NOW.plus(Duration.ofMinutes(30))));
    }

    @Test
    void leavesItAtThatWhereSesRefusesTheMail() {
        ses.fail(400, "MessageRejected");
        delayed(HOUR, 1);

        String first = handleAt(NOW);
        String second = handleAt(NOW.plusSeconds(60));

        assertThat(first).isEqualTo(DONE).isEqualTo(second);
        assertThat(ses.requests()).hasSize(1);
    }

    private void delayed(Duration ago, int days) {
        happened(EventType.DELAYED, ago, Optional.of(TODAY.plusDays(days)));
    }

    private void lost() {
        happened(EventType.LOST, HOUR, Optional.empty());
    }

    private void happened(EventType type, Duration ago, Optional<LocalDate> promised) {
        happened(new OrderId("A-1001"), type, ago, promised, Optional.of(ADDRESS));
    }

    private void happened(
            OrderId order,
            EventType type,
            Duration ago,
            Optional<LocalDate> promised,
            Optional<String> address) {
        OrderEvent event =
                new OrderEvent(
                        "/shop",
                        type.id() + ago,
                        type,
                        NOW.minus(ago),
                        order,
                        new OrderData(
                                address,
                                Optional.of("Ada"),
                                Optional.of(Locale.GERMAN),
                                Optional.of(ZoneId.of("Europe/Berlin")),
                                Optional.empty(),
                                List.of("Reading lamp"),
                                Optional.empty(),
                                Optional.empty(),
                                promised.map(day -> day.atTime(LocalTime.MAX))
                                        .map(end -> end.toInstant(ZoneOffset.UTC)),
                                Optional.empty(),
                                Optional.empty(),
                                promised));
        OrderSurveys before = surveys.find(order).orElse(OrderSurveys.unknown(order));
        OrderSurveys after =
                new Decisions(programme).onEvent(event, before, Optional.empty(), NOW).order();
        assertThat(surveys.write(before, after, timers)).isPresent();
    }

    private void resolve(Instant at) {
        FollowUp open = followUp();
        FollowUp claimed = open.claimed(ROBIN, at, HOUR);
        FollowUp resolved =
                claimed.resolved(
                        ROBIN,
                        new Resolution(Outcome.NOTHING_NEEDED, RootCause.CARRIER_LATE, at),
                        Optional.empty());
        assertThat(followUps.change(open, claimed)).isTrue();
        assertThat(followUps.change(claimed, resolved)).isTrue();
    }

    private CustomerSummary customer() {
        return CustomerSummary.of(
                surveys.find(CASE.order()).orElseThrow().order(programme),
                Optional.empty(),
                address -> CONTACT_KEY.idOf(address).value());
    }

    private String handleAt(Instant now) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        new PromiseWatchHandler(watch(now))
                .handle(Events.stream("promise-watch/delivery-news.json"), result);
        return result.toString(StandardCharsets.UTF_8);
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

    private FollowUp followUp() {
        return followUps.find(CASE).orElseThrow();
    }

    private List<Happening> history() {
        return followUp().history().entries().stream().map(HistoryEntry::what).toList();
    }

    private List<String> recipients() {
        return ses.requests().stream()
                .flatMap(mail -> mail.object("Destination").strings("ToAddresses").stream())
                .toList();
    }

    private String text(int mail) {
        JsonObject simple = ses.requests().get(mail).object("Content").object("Simple");
        return simple.object("Body").object("Text").string("Data");
    }

    private static Timer newsTimer(Instant at) {
        return new Timer(TimerKind.DELIVERY_NEWS, CASE.toString(), at);
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
            all.addAll(timers.due(shard, NOW.plus(Duration.ofDays(14)), 100));
        }
        return all;
    }
}

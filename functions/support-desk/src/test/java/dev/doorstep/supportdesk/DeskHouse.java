package dev.doorstep.supportdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.Vouchers;
import dev.doorstep.followups.Agent;
import dev.doorstep.followups.CustomerSummary;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpQueues;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.Promise;
import dev.doorstep.followups.Promises;
import dev.doorstep.followups.RootCause;
import dev.doorstep.lambda.Environment;
import dev.doorstep.playbook.Playbook;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attachment;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.roles.Role;
import dev.doorstep.signin.Session;
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
import dev.doorstep.testing.SqsLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** A desk of a test's own, with cases, people and a clock that the test sets. */
final class DeskHouse {
    /** A Tuesday, 13:00 in support's zone. */
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    static final Session ROBIN = session("robin", "Robin Beck", Role.VIEWER, Role.AGENT);
    static final Session KIM = session("kim", "Kim Aydın", Role.VIEWER, Role.AGENT);
    static final Session LEAD = session("lee", "Lee", Role.VIEWER, Role.AGENT, Role.LEAD);
    static final Session VIEWER = session("vera", "Vera", Role.VIEWER);
    static final String HOSTILE =
            "</textarea><script>document.title='taken'</script><img src=x onerror=alert(1)>";

    final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    final Programme programme = Programme.load(new Environment(Map.of()));
    final FollowUps followUps;
    final FollowUpDesk desk;
    final DeskPage page;
    private final Contacts contacts;
    private final Replies replies;
    private final Surveys surveys;
    private final Timers timers;
    private final FollowUpQueues queues;

    DeskHouse() {
        DynamoDbClient dynamoDb = DynamoDbLocal.client();
        Clock clock =
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return time.get();
                    }
                };
        followUps = new FollowUps(dynamoDb, Tables.create("FollowUpsTable"));
        timers = new Timers(dynamoDb, Tables.create("TimersTable"));
        surveys = new Surveys(dynamoDb, Tables.create("SurveysTable"));
        replies = new Replies(dynamoDb, Tables.create("RepliesTable"));
        queues =
                new FollowUpQueues(
                        SqsLocal.client(), SqsLocal.createQueue(), SqsLocal.createQueue());
        String contactsTable = Tables.create("ContactsTable");
        contacts = new Contacts(dynamoDb, contactsTable);
        Advice advice =
                new Advice(
                        followUps,
                        surveys,
                        new Vouchers(dynamoDb, contactsTable),
                        Playbook::load,
                        programme,
                        clock);
        desk =
                new FollowUpDesk(
                        followUps, queues, timers, advice, programme.support().lease(), clock);
        page =
                new DeskPage(
                        followUps,
                        desk,
                        new NextFollowUp(followUps, queues, desk, clock),
                        new CasePanels(advice, new EarlierReplies(contacts, replies), programme),
                        surveys,
                        new ReplyRecorder(surveys, replies, timers, programme, clock),
                        new Coaching(followUps, clock),
                        new Photographs(DeskHouse::presigner, "mails"),
                        programme,
                        clock);
    }

    /** What was written down of order A-1001's delivery. */
    Optional<Reply> recorded() {
        return replies.find(SurveyId.parse("A-1001~delivery"));
    }

    FollowUp find(String order) {
        return followUps.find(SurveyId.parse(order + "~delivery")).orElseThrow();
    }

    /** A customer was asked about this order's delivery, and was very happy. */
    void answerHappily(ContactId contact, String order, Instant at) {
        SurveyId survey = SurveyId.parse(order + "~delivery");
        assertThat(contacts.ask(contact, survey.toString(), Touchpoint.DELIVERY, at, programme))
                .isTrue();
        assertThat(replies.write(reply(survey, Metric.NPS, 9, Optional.empty(), at))).isTrue();
    }

    /** A case of a very unhappy customer whom this agent called and won over. */
    void resolve(String order, Agent agent) {
        resolve(order, agent, new ContactId("0f".repeat(32)));
    }

    void resolve(String order, Agent agent, ContactId contact) {
        open(order)
                .by(contact)
                .answer(new Answer.Score(1))
                .comment("Ada here: it came broken.")
                .write();
        SurveyId id = SurveyId.parse(order + "~delivery");
        desk.claim(id, agent, Optional.empty());
        desk.contacted(id, agent, Optional.empty(), ContactChannel.PHONE, "Said sorry.");
        desk.resolve(
                id,
                agent,
                Optional.empty(),
                Outcome.REPLACED,
                RootCause.CARRIER_DAMAGED,
                List.of("apologise"),
                Optional.empty());
        FollowUp resolved = find(order);
        assertThat(
                        followUps.change(
                                resolved, resolved.judged(happy(id), promise(), NOW).orElseThrow()))
                .isTrue();
    }

    private static Promise promise() {
        return new Promise(NOW, NOW, NOW);
    }

    private static Reply happy(SurveyId about) {
        return reply(
                new SurveyId(about.order(), Touchpoint.FOLLOW_UP),
                Metric.CSAT,
                5,
                Optional.of("Thank you, Robin!"),
                NOW);
    }

    private static Reply reply(
            SurveyId survey, Metric metric, int score, Optional<String> comment, Instant at) {
        return new Reply(
                survey,
                metric,
                new Answer.Score(score),
                List.of(),
                comment,
                Optional.empty(),
                Channel.PAGE,
                Evidence.CONFIRMED,
                at,
                at,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** An order whose customer is asked about its delivery. */
    void deliver(String order) {
        OrderId id = new OrderId(order);
        OrderEvent event =
                new OrderEvent(
                        "/shop",
                        "delivered",
                        EventType.DELIVERED,
                        NOW.minus(Duration.ofDays(2)),
                        id,
                        new OrderData(
                                Optional.of("ada@customer.example"),
                                Optional.of("Ada"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of("Reading lamp"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(NOW.minus(Duration.ofDays(4))),
                                Optional.of(NOW.minus(Duration.ofDays(2))),
                                Optional.empty()));
        OrderSurveys before = OrderSurveys.unknown(id);
        OrderSurveys after =
                new Decisions(programme)
                        .onEvent(event, before, Optional.empty(), event.time())
                        .order();
        var _ = surveys.write(before, after, timers).orElseThrow();
    }

    /** A case that somebody in London waits for. */
    Case open(String order) {
        return new Case(order);
    }

    /** A case, until it is written. */
    final class Case {
        private final String order;
        private Answer answer = new Answer.Score(3);
        private Severity severity = Severity.NORMAL;
        private Duration left = Duration.ofHours(3);
        private Optional<String> name = Optional.of("Ada Lovelace");
        private Locale locale = Locale.ENGLISH;
        private Optional<String> comment = Optional.empty();
        private List<Letter> letters = List.of();
        private Optional<String> contact = Optional.empty();

        Case(String order) {
            this.order = order;
        }

        Case urgent() {
            severity = Severity.URGENT;
            return this;
        }

        Case answer(Answer next) {
            answer = next;
            return this;
        }

        Case left(Duration next) {
            left = next;
            return this;
        }

        Case name(String next) {
            name = Optional.of(next);
            return this;
        }

        Case locale(String next) {
            locale = Locale.forLanguageTag(next);
            return this;
        }

        Case by(ContactId next) {
            contact = Optional.of(next.value());
            return this;
        }

        Case comment(String next) {
            comment = Optional.of(next);
            return this;
        }

        Case letter(String text) {
            letters =
                    List.of(
                            new Letter(
                                    "0f3c",
                                    Letter.Kind.TO_READ,
                                    "mails/0f3c",
                                    NOW.minusSeconds(900),
                                    text,
                                    List.of(
                                            new Attachment(
                                                    "photographs/0f3c/1", "image/jpeg", 81_920))));
            return this;
        }

        void write() {
            Attention attention = new Attention(severity, NOW);
            Reply reply =
                    new Reply(
                            SurveyId.parse(order + "~delivery"),
                            Metric.NPS,
                            answer,
                            List.of("late", "damaged"),
                            comment,
                            Optional.of(ContactChannel.PHONE),
                            Channel.PAGE,
                            Evidence.CONFIRMED,
                            NOW,
                            NOW,
                            1,
                            Optional.of(attention),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            0,
                            letters,
                            Optional.empty());
            Customer customer =
                    new Customer(
                            Optional.of("ada@customer.example"),
                            name,
                            locale,
                            ZoneId.of("Europe/London"),
                            Optional.of("+44 20 7946 0018"));
            Instant by = NOW.plus(left);
            Promise promise =
                    left.isNegative()
                            ? new Promise(by.minusSeconds(7200), by.minusSeconds(1800), by)
                            : Promises.agreed(by, NOW);
            followUps.open(
                    FollowUp.open(
                            reply,
                            attention,
                            promise,
                            new CustomerSummary(
                                    customer, List.of("Reading lamp", "Bulb E27"), contact),
                            NOW.minusSeconds(1200)));
            queues.send(severity, SurveyId.parse(order + "~delivery"));
        }
    }

    private static Session session(String id, String name, Role... roles) {
        return new Session(new Agent(id, Optional.of(name)), Set.of(roles), "key-of-" + id);
    }

    private static S3Presigner presigner() {
        return S3Presigner.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "local")))
                .build();
    }
}

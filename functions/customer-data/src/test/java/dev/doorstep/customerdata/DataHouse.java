package dev.doorstep.customerdata;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.contacts.Contact;
import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.contacts.Voucher;
import dev.doorstep.contacts.VoucherAllowance;
import dev.doorstep.contacts.Vouchers;
import dev.doorstep.dynamodb.Item;
import dev.doorstep.followups.Agent;
import dev.doorstep.followups.CustomerSummary;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.Promise;
import dev.doorstep.followups.Resolution;
import dev.doorstep.followups.RootCause;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.links.Link;
import dev.doorstep.links.Links;
import dev.doorstep.links.ReplyToken;
import dev.doorstep.links.Token;
import dev.doorstep.mail.AcknowledgementMail;
import dev.doorstep.mail.MailLink;
import dev.doorstep.mail.Mailer;
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
import dev.doorstep.roles.Groups;
import dev.doorstep.surveys.Decisions;
import dev.doorstep.surveys.EventType;
import dev.doorstep.surveys.OrderData;
import dev.doorstep.surveys.OrderEvent;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;
import dev.doorstep.testing.Faults;
import dev.doorstep.testing.SqsLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.testing.TestClock;
import dev.doorstep.testing.TestQueue;
import dev.doorstep.testing.TestS3;
import dev.doorstep.testing.TestSes;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** All tables, both buckets and the queue, with the function in front of them. */
final class DataHouse implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final String MAILS = "inbound";
    static final String EXPORTS = "exports";

    private static final ByteArrayOutputStream OUTPUT = new ByteArrayOutputStream();
    static final String SAMPLE_ID = "3f0c9a52-7c1e-4b7e-9a35-0d5a3c1b7e11";
    private static final String SAMPLE_ADDRESS = "ada@customer.example";
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final Agent ROBIN = new Agent("agent-1", Optional.of("Robin"));
    private static final String SHOP = "r-x@reply.example";
    private static final SecureRandom RANDOM = new SecureRandom();

    static {
        // before anything is logged: the log keeps the stream that it finds
        System.setOut(new PrintStream(OUTPUT, true, UTF_8));
    }

    final Faults faults = new Faults();
    final TestClock clock = new TestClock(NOW);
    final Programme programme;
    final ContactKey contactKey = ContactKey.of("k".repeat(64));
    final TestS3 s3 = new TestS3(clock);
    final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    final Surveys surveys;
    final Links links;
    final Replies replies;
    final FollowUps followUps;
    final Contacts contacts;
    final Timers timers;
    private final Map<String, String> tables = new LinkedHashMap<>();
    private final TestSes ses = new TestSes();
    private final Mailer mailer;
    private final Vouchers vouchers;
    private final TestQueue jobs = new TestQueue(200);
    private final CustomerDataHandler handler;

    /**
     * @param rows that are looked at in one step at most
     * @param opened mails in one step at most
     */
    DataHouse(int rows, int opened) {
        this(rows, opened, Programme.load(new Environment(Map.of())));
    }

    DataHouse(int rows, int opened, Programme programme) {
        this(rows, opened, programme, Duration.ZERO);
    }

    /** One in which customers can answer for a while after their orders are erased. */
    static DataHouse settling(Duration settlingTime) {
        return new DataHouse(2, 1, Programme.load(new Environment(Map.of())), settlingTime);
    }

    private DataHouse(int rows, int opened, Programme programme, Duration settlingTime) {
        this.programme = programme;
        for (String table :
                List.of(
                        "SURVEYS_TABLE:SurveysTable",
                        "LINKS_TABLE:LinksTable",
                        "REPLIES_TABLE:RepliesTable",
                        "FOLLOW_UPS_TABLE:FollowUpsTable",
                        "CONTACTS_TABLE:ContactsTable",
                        "MAILS_TABLE:MailsTable",
                        "TIMERS_TABLE:TimersTable",
                        "REQUESTS:CustomerDataRequestsTable")) {
            String[] names = table.split(":", 2);
            tables.put(names[0], Tables.create(names[1]));
        }
        surveys = new Surveys(dynamoDb, table("SURVEYS_TABLE"));
        links = new Links(dynamoDb, table("LINKS_TABLE"));
        replies = new Replies(dynamoDb, table("REPLIES_TABLE"));
        followUps = new FollowUps(dynamoDb, table("FOLLOW_UPS_TABLE"));
        contacts = new Contacts(dynamoDb, table("CONTACTS_TABLE"));
        vouchers = new Vouchers(dynamoDb, table("CONTACTS_TABLE"));
        timers = new Timers(dynamoDb, table("TIMERS_TABLE"));
        mailer =
                new Mailer(
                        ses.client(),
                        dynamoDb,
                        table("MAILS_TABLE"),
                        programme,
                        "shop.example",
                        "surveys",
                        Duration.ofMinutes(30),
                        1,
                        Clock.systemUTC()); // it waits for time to pass when it has sent many
        handler = handler(rows, opened, settlingTime);
    }

    private String table(String setting) {
        return Optional.ofNullable(tables.get(setting)).orElseThrow();
    }

    private CustomerDataHandler handler(int rows, int opened, Duration settlingTime) {
        DynamoDbClient tired = faults.around(DynamoDbClient.class, dynamoDb);
        S3Client buckets = faults.around(S3Client.class, s3.client());
        DataRequests requests = new DataRequests(tired, table("REQUESTS"));
        JobQueue queue =
                new JobQueue(faults.around(SqsClient.class, SqsLocal.client()), jobs.url());
        InboundMails mails = new InboundMails(buckets, MAILS);
        Exports exports = new Exports(buckets, s3::presigner, EXPORTS);
        return new CustomerDataHandler(
                new CustomerData(
                        requests,
                        queue,
                        contactKey,
                        exports,
                        new Groups(
                                "groups", "doorstep-viewers", "doorstep-agents", "doorstep-leads"),
                        clock),
                new Job(
                        requests,
                        queue,
                        contactKey,
                        Holdings.of(tired, new Environment(tables), mails, rows, opened, clock),
                        new Export(mails, exports),
                        settlingTime,
                        clock),
                () -> new Retention(requests, queue, programme, clock));
    }

    // -- what people do --------------------------------------------------------------------

    /** What the function answered. */
    record Told(int status, Map<String, String> headers, JsonObject body) {}

    Told ask(Kind kind, String address) {
        return call(sample(kind).replace(SAMPLE_ADDRESS, address));
    }

    Told confirm(String id, String address) {
        return call(read("confirmed").replace(SAMPLE_ID, id).replace(SAMPLE_ADDRESS, address));
    }

    Told show(String id) {
        return call(read("shown").replace(SAMPLE_ID, id));
    }

    static String sample(Kind kind) {
        return read(kind == Kind.ERASE ? "erasure-asked-for" : "export-asked-for");
    }

    static String read(String sample) {
        return new String(Events.read("customer-data/" + sample + ".json"), UTF_8);
    }

    Told call(String event) {
        JsonObject answer = Json.parseObject(handle(event, () -> true));
        Map<String, String> headers = new LinkedHashMap<>();
        JsonObject named = answer.object("headers");
        named.members().keySet().forEach(name -> headers.put(name, named.string(name)));
        return new Told(
                answer.integer("statusCode"), headers, Json.parseObject(answer.string("body")));
    }

    /** What its schedule does. */
    void wake() {
        assertThat(handle(read("every-day"), () -> true)).isEmpty();
    }

    /** As the table does by itself: what has expired is gone. */
    void expireLinks() {
        String table = table("LINKS_TABLE");
        dynamoDb.scan(scan -> scan.tableName(table)).items().stream()
                .map(Item::new)
                .map(Links::read)
                .filter(link -> link.expiresAt().isBefore(clock.instant()))
                .forEach(link -> links.delete(link.tokenHash()));
    }

    /** Whether the message was taken. */
    boolean deliver(String requestId, BooleanSupplier hasTime) {
        String answer = handle(read("job").replace(SAMPLE_ID, requestId), hasTime);
        return Json.parseObject(answer).objects("batchItemFailures").isEmpty();
    }

    private String handle(String event, BooleanSupplier hasTime) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        handler.handle(new ByteArrayInputStream(event.getBytes(UTF_8)), result, hasTime);
        return result.toString(UTF_8);
    }

    /** Asks, and has another confirm; who hears of a failure tries again. Gives the request. */
    String order(Kind kind, String address) {
        Told asked = ask(kind, address);
        while (asked.status() >= 500) {
            asked = ask(kind, address);
        }
        String id = asked.body().string("id");
        while (confirm(id, address).status() >= 500) {
            // the next time
        }
        return id;
    }

    /** Delivers messages until there are none, again if they fail; gives how many there were. */
    int work(BooleanSupplier hasTime) {
        return jobs.deliverAll(message -> deliver(JobQueue.requestId(message), hasTime));
    }

    void loseMessages() {
        jobs.deliverAll(_ -> true);
    }

    // -- what there is -----------------------------------------------------------------------

    /** Each item, each object and all that was logged, as one text each. */
    List<String> everything() {
        List<String> all = new ArrayList<>(itemsOfAllTables());
        s3.objects()
                .forEach(
                        (key, content) -> {
                            all.add(key);
                            all.add(new String(content, UTF_8));
                        });
        all.add(OUTPUT.toString(UTF_8));
        return all;
    }

    /** Each item of each table but that of the requests, with its table's name before it. */
    List<String> items() {
        return itemsOfAllTables().stream().filter(item -> !item.startsWith("REQUESTS")).toList();
    }

    private List<String> itemsOfAllTables() {
        return tables.entrySet().stream()
                .flatMap(table -> items(table.getKey(), table.getValue()).stream())
                .toList();
    }

    private List<String> items(String name, String table) {
        return dynamoDb.scanPaginator(scan -> scan.tableName(table)).items().stream()
                .map(item -> name + " " + new TreeMap<>(item))
                .toList();
    }

    /** What still speaks of the person. */
    List<String> mentions(Person person) {
        return everything().stream().filter(person::isNamedIn).toList();
    }

    /** The last run that its schedule started, as leads see it. */
    JsonObject lastRun() {
        return show(Retention.LAST).body();
    }

    static Map<String, Integer> countsOf(JsonObject shown) {
        JsonObject counts = shown.object("counts");
        Map<String, Integer> numbers = new TreeMap<>();
        counts.members().keySet().forEach(name -> numbers.put(name, counts.integer(name)));
        return numbers;
    }

    ContactId contact(Person person) {
        return contactKey.idOf(person.address());
    }

    // -- how it came there -------------------------------------------------------------------

    void fill(Person person) {
        contacts.ask(
                contact(person),
                id(person.unhappy()).toString(),
                Touchpoint.DELIVERY,
                clock.instant(),
                programme);
        contacts.suppress(contact(person), SuppressionReason.UNSUBSCRIBED, clock.instant());
        vouchers.grant(
                contact(person),
                new Voucher(id(person.resolved()).toString(), "EUR", new BigDecimal("5")),
                YearMonth.of(2026, 11),
                new VoucherAllowance(2, Optional.empty()));
        deliver(person, person.planned());
        fillUnhappy(person);
        fillResolved(person);
        fillMails(person);
    }

    void fillUnhappy(Person person) {
        Reply reply = answered(person, person.unhappy(), Touchpoint.DELIVERY, 2);
        FollowUp claimed =
                opened(person, reply)
                        .claimed(ROBIN, clock.instant(), LEASE)
                        .noted(
                                ROBIN,
                                clock.instant(),
                                LEASE,
                                person.name() + " said: " + person.comment());
        write(
                claimed.written(
                        ROBIN,
                        clock.instant(),
                        LEASE,
                        "Dear " + person.name() + ", we call " + person.phone()));
        timers.set(
                new Timer(
                        TimerKind.REMINDER,
                        reply.survey().toString(),
                        clock.instant().plusSeconds(60)));
    }

    /** Support is done with the case of the order. */
    void resolve(OrderId order) {
        FollowUp before = followUps.find(id(order)).orElseThrow();
        write(
                before.resolved(
                        ROBIN,
                        new Resolution(Outcome.REPLACED, RootCause.OTHER, clock.instant()),
                        Optional.of(
                                "Called " + before.customer().customer().name().orElseThrow())));
    }

    /** A reply that was given elsewhere, to an order that is not kept. */
    void takeOver(Person person, SurveyId survey) {
        write(reply(person, survey, 3, Evidence.IMPORT, List.of()));
    }

    /** Answers a survey on the page that is still open, unhappily. */
    void answerLate(Person person, SurveyId survey) {
        write(reply(person, survey, 1, Evidence.CONFIRMED, List.of()));
    }

    /** Somebody else answers a mail to the person, from an address of their own. */
    void answerFor(Person person, SurveyId survey) {
        Token token = Token.random(RANDOM);
        ReplyToken reply = token.forReplies();
        links.put(link(person, survey, reply.hash()));
        mail(
                person,
                "partner@elsewhere.example",
                reply.address("reply.example"),
                "<partner@elsewhere.example>",
                "partner-" + person.order());
    }

    private void fillResolved(Person person) {
        Reply reply = answered(person, person.resolved(), Touchpoint.DELIVERY, 1);
        Resolution end =
                new Resolution(Outcome.REPLACED, RootCause.CARRIER_DAMAGED, clock.instant());
        FollowUp resolved =
                opened(person, reply)
                        .claimed(ROBIN, clock.instant(), LEASE)
                        .contacted(
                                ROBIN,
                                clock.instant(),
                                LEASE,
                                ContactChannel.PHONE,
                                "Told " + person.name())
                        .resolved(ROBIN, end, Optional.of("Sent to " + person.address()));
        Reply verdict = answered(person, person.resolved(), Touchpoint.FOLLOW_UP, 5);
        write(resolved.judged(verdict, promise(), clock.instant()).orElseThrow());
    }

    /** A mail that nothing was made of, with a photograph, sent from the address with a label. */
    private void fillMails(Person person) {
        String name = "<refused-" + person.order() + "@customer.example>";
        mail(
                person,
                person.address().replace("@", "+shop@"),
                SHOP,
                name,
                "refused-" + person.order());
        put(Letter.photographs(Letter.idOf(name)) + "1", "photograph of " + person.name());
    }

    /** An order that was delivered, and its survey as it was sent. */
    private OrderSurveys asked(Person person, OrderId order) {
        OrderSurveys delivered = deliver(person, order);
        Survey survey = delivered.survey(Touchpoint.DELIVERY).orElseThrow();
        return surveys.write(
                        delivered,
                        delivered.with(survey.in(new Survey.State.Sent(clock.instant(), "ses-1"))),
                        timers)
                .orElseThrow();
    }

    OrderSurveys deliver(Person person, OrderId order) {
        return happen(person, order, EventType.DELIVERED, clock.instant().minusSeconds(3600));
    }

    OrderSurveys happen(Person person, OrderId order, EventType type, Instant at) {
        OrderSurveys before = surveys.find(order).orElse(OrderSurveys.unknown(order));
        OrderEvent event =
                new OrderEvent(
                        "/shop",
                        type.id() + "-" + order + "-" + at,
                        type,
                        at,
                        order,
                        new OrderData(
                                Optional.of(person.address()),
                                Optional.of(person.name()),
                                Optional.of(Locale.ENGLISH),
                                Optional.of(ZoneId.of("Europe/London")),
                                Optional.of(person.phone()),
                                List.of("Reading lamp"),
                                Optional.empty(),
                                Optional.of("DHL"),
                                Optional.of(at.plusSeconds(7200)),
                                Optional.empty(),
                                Optional.empty()));
        OrderSurveys after =
                new Decisions(programme)
                        .onEvent(
                                event,
                                before,
                                Optional.of(Contact.unknown(contact(person))),
                                clock.instant())
                        .order();
        return surveys.write(before, after, timers).orElseThrow();
    }

    /** A reply with a mail and a photograph, and the link that it came by. */
    private Reply answered(Person person, OrderId order, Touchpoint touchpoint, int score) {
        boolean isVerdict = touchpoint == Touchpoint.FOLLOW_UP;
        if (!isVerdict) {
            asked(person, order);
        }
        SurveyId survey = new SurveyId(order, touchpoint);
        String name = "<" + survey + "@customer.example>";
        String key = InboundMails.MAILS + survey;
        String photograph = Letter.photographs(Letter.idOf(name)) + "1";
        mail(person, person.address(), SHOP, name, survey.toString());
        put(photograph, "photograph of " + person.name());
        link(person, survey);
        Reply reply =
                reply(
                        person,
                        survey,
                        score,
                        Evidence.MAIL,
                        List.of(
                                new Letter(
                                        Letter.idOf(name),
                                        isVerdict ? Letter.Kind.SCORED : Letter.Kind.TO_READ,
                                        key,
                                        clock.instant(),
                                        person.comment(),
                                        List.of(new Attachment(photograph, "image/jpeg", 7)))));
        write(reply);
        return reply;
    }

    private Reply reply(
            Person person, SurveyId survey, int score, Evidence evidence, List<Letter> letters) {
        boolean isVerdict = survey.touchpoint() == Touchpoint.FOLLOW_UP;
        return new Reply(
                survey,
                isVerdict ? Metric.CSAT : Metric.NPS,
                new Answer.Score(score),
                List.of("late"),
                Optional.of(person.comment()),
                Optional.of(ContactChannel.PHONE),
                Channel.MAIL,
                evidence,
                clock.instant(),
                clock.instant(),
                1,
                isVerdict
                        ? Optional.empty()
                        : Optional.of(new Attention(Severity.NORMAL, clock.instant())),
                Optional.of("key"),
                Optional.of("press"),
                List.of(),
                0,
                letters,
                Optional.empty());
    }

    private void write(Reply reply) {
        if (!replies.write(reply)) {
            throw new AssertionError("there is a reply already");
        }
    }

    private FollowUp opened(Person person, Reply reply) {
        FollowUp opened =
                FollowUp.open(
                        reply,
                        reply.attention().orElseThrow(),
                        promise(),
                        CustomerSummary.of(
                                surveys.find(reply.survey().order()).orElseThrow().order(programme),
                                Optional.empty(),
                                address -> contactKey.idOf(address).value()),
                        clock.instant());
        followUps.open(opened);
        opened.promiseTimer().ifPresent(timers::set);
        mailer.send(
                new AcknowledgementMail(
                        reply.survey(),
                        1,
                        person.address(),
                        Optional.of(person.name()),
                        Locale.ENGLISH,
                        ZoneId.of("Europe/London"),
                        promise().by(),
                        AcknowledgementMail.About.THANKS,
                        Optional.empty(),
                        Optional.empty()),
                () ->
                        new MailLink(
                                URI.create("https://shop.example/s/x"),
                                URI.create("https://shop.example/u/x"),
                                "r-x@reply.example"));
        return opened;
    }

    /** Writes a case over its first version, with its timers. */
    private void write(FollowUp after) {
        FollowUp before = followUps.find(after.id()).orElseThrow();
        if (!followUps.change(before, after, timers)) {
            throw new AssertionError("the case was not written");
        }
    }

    private Promise promise() {
        Instant by = clock.instant().plus(Duration.ofHours(8));
        return new Promise(clock.instant(), by.minusSeconds(60), by);
    }

    void link(Person person, SurveyId survey) {
        links.put(link(person, survey, Token.random(RANDOM).hash()));
    }

    private Link link(Person person, SurveyId survey, String hash) {
        return new Link(
                hash,
                clock.instant().plus(Duration.ofDays(30)),
                survey.toString(),
                contact(person).value(),
                Metric.NPS,
                Touchpoint.DELIVERY,
                Locale.ENGLISH,
                ZoneId.of("Europe/London"),
                Optional.of(person.name()),
                List.of("Reading lamp"),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private void mail(Person person, String from, String to, String messageId, String key) {
        put(
                InboundMails.MAILS + key,
                """
                From: "%s" <%s>\r
                To: %s\r
                Message-ID: %s\r
                \r
                %s
                """
                        .formatted(person.name(), from, to, messageId, person.comment()));
    }

    private void put(String key, String content) {
        s3.client()
                .putObject(
                        put -> put.bucket(MAILS).key(key),
                        RequestBody.fromBytes(content.getBytes(ISO_8859_1)));
    }

    static SurveyId id(OrderId order) {
        return new SurveyId(order, Touchpoint.DELIVERY);
    }

    @Override
    public void close() {
        s3.close();
        ses.close();
    }
}

package dev.doorstep.emailreply;

import dev.doorstep.contacts.Contact;
import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.links.Link;
import dev.doorstep.links.Links;
import dev.doorstep.links.ReplyToken;
import dev.doorstep.mail.MailLinks;
import dev.doorstep.mail.Mailer;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
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
import dev.doorstep.testing.Tables;
import dev.doorstep.testing.TestS3;
import dev.doorstep.testing.TestSes;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The function with all that it needs, and one customer who was asked about one order. */
final class Inbox implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    static final String ADDRESS = "ada.lovelace@customer.example";
    static final ReplyToken TOKEN = new ReplyToken("a".repeat(26));
    static final ReplyToken EXPIRED = new ReplyToken("b".repeat(26));
    static final SurveyId SURVEY = SurveyId.parse("A-1001~delivery");
    private static final String BUCKET = "inbound";

    final TestS3 s3 = new TestS3();
    final TestSes ses = new TestSes();
    private final Mailbox mailbox = new Mailbox(s3.client(), BUCKET);
    private final SesV2Client sesClient = ses.client();
    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final Programme programme = Samples.PROGRAMME;
    private final Surveys surveys = new Surveys(dynamoDb, Tables.create("SurveysTable"));
    private final Timers timers = new Timers(dynamoDb, Tables.create("TimersTable"));
    private final Contacts contacts = new Contacts(dynamoDb, Tables.create("ContactsTable"));
    private final ContactKey contactKey = ContactKey.of("0123456789abcdef0123456789abcdef");
    private final Links links = new Links(dynamoDb, Tables.create("LinksTable"));
    private final String mailsTable = Tables.create("MailsTable");
    final Replies replies = new Replies(dynamoDb, Tables.create("RepliesTable"));
    private final ReplyText texts =
            new ReplyText(Set.of("survey.shop.example", "reply.shop.example", "shop.example"));

    Inbox() {
        links.put(link(TOKEN, NOW.plus(Duration.ofDays(40))));
        links.put(link(EXPIRED, NOW.minusSeconds(1)));
    }

    /** The customer was told of a delay, not asked. */
    void tellOfDelay() {
        links.put(link(TOKEN, NOW.plus(Duration.ofDays(40))).toWrite());
    }

    /** The order that the survey is about, as its shop told us. */
    void knowOrder() {
        OrderEvent delivered =
                new OrderEvent(
                        "/shop",
                        "1",
                        EventType.DELIVERED,
                        NOW.minus(Duration.ofDays(2)),
                        new OrderId("A-1001"),
                        new OrderData(
                                Optional.of(ADDRESS),
                                Optional.of("Ada Lovelace"),
                                Optional.of(Locale.ENGLISH),
                                Optional.of(ZoneOffset.UTC),
                                Optional.empty(),
                                List.of("Reading lamp"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        OrderSurveys before = OrderSurveys.unknown(delivered.order());
        OrderSurveys after =
                new Decisions(programme)
                        .onEvent(delivered, before, Optional.of(Contact.unknown(id())), NOW)
                        .order();
        surveys.write(before, after, timers);
    }

    /** The message of the queue which says that this sample mail lies in the bucket. */
    String receive(String mail) {
        return receive(mail, NOW);
    }

    String receive(String mail, Instant now) {
        return receive(mail, mail, now);
    }

    /** The same for a copy, which lies there under a key of its own. */
    String receive(String mail, String name, Instant now) {
        put("mails/" + name, Events.read("email-reply/" + mail + ".eml"));
        String event =
                new String(Events.read("email-reply/mail-arrived.json"), StandardCharsets.UTF_8);
        String body = event.replace("mails/reply-nine", "mails/" + name);
        return handle(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), now);
    }

    void put(String key, byte[] mail) {
        s3.objects().put(BUCKET + "/" + key, mail);
    }

    String handle(InputStream event, Instant now) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        new EmailReplyHandler(function(now)).handle(event, result);
        return result.toString(StandardCharsets.UTF_8);
    }

    Optional<Reply> reply() {
        return replies.find(SURVEY);
    }

    Contact contact() {
        return contacts.load(id(), Consistency.STRONG);
    }

    @Override
    public void close() {
        ses.close();
        s3.close();
    }

    private EmailReply function(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Mailer mailer =
                new Mailer(
                        sesClient,
                        dynamoDb,
                        mailsTable,
                        programme,
                        "shop.example",
                        "surveys",
                        Duration.ofMinutes(30),
                        1,
                        clock);
        return new EmailReply(
                mailbox,
                links,
                replies,
                contacts,
                contactKey,
                surveys,
                mailer,
                new MailLinks(
                        links, programme, "https://survey.shop.example", "reply.shop.example"),
                programme,
                texts,
                clock);
    }

    private ContactId id() {
        return contactKey.idOf(ADDRESS);
    }

    private Link link(ReplyToken token, Instant expiresAt) {
        return new Link(
                token.hash(),
                expiresAt,
                SURVEY.toString(),
                id().value(),
                Metric.NPS,
                Touchpoint.DELIVERY,
                Locale.ENGLISH,
                ZoneOffset.UTC,
                Optional.of("Ada Lovelace"),
                List.of("Reading lamp"),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}

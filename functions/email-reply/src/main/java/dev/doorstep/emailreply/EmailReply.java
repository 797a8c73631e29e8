package dev.doorstep.emailreply;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.emailreply.mime.Headers;
import dev.doorstep.emailreply.mime.Message;
import dev.doorstep.emailreply.mime.MessageReader;
import dev.doorstep.emailreply.mime.Photograph;
import dev.doorstep.emailreply.score.Reading;
import dev.doorstep.emailreply.score.ScoreReader;
import dev.doorstep.emailreply.score.Words;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.links.Link;
import dev.doorstep.links.Links;
import dev.doorstep.links.ReplyToken;
import dev.doorstep.mail.AskBackMail;
import dev.doorstep.mail.MailLinks;
import dev.doorstep.mail.Mailer;
import dev.doorstep.mail.Outcome;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Attachment;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the mails that customers write: records the score if there is one, asks back once where it
 * is not clear, and leaves to a person what a person must read. Receiving a mail again, or a copy
 * of it, does no harm. Safe for use by several threads.
 */
public final class EmailReply {
    private static final int ATTEMPTS = 5;

    /** Each is looked up: a mail to thousands of made up ones must not cost as many reads. */
    private static final int MOST_ADDRESSES = 10;

    private final MessageReader messages = new MessageReader();
    private final Mailbox mailbox;
    private final Links links;
    private final Replies replies;
    private final Contacts contacts;
    private final ContactKey contactKey;
    private final Surveys surveys;
    private final Mailer mailer;
    private final MailLinks mailLinks;
    private final Programme programme;
    private final ReplyText texts;
    private final Recording recording;
    private final Clock clock;

    EmailReply(
            Mailbox mailbox,
            Links links,
            Replies replies,
            Contacts contacts,
            ContactKey contactKey,
            Surveys surveys,
            Mailer mailer,
            MailLinks mailLinks,
            Programme programme,
            ReplyText texts,
            Clock clock) {
        this.mailbox = requireNonNull(mailbox, "mailbox is null");
        this.links = requireNonNull(links, "links is null");
        this.replies = requireNonNull(replies, "replies is null");
        this.contacts = requireNonNull(contacts, "contacts is null");
        this.contactKey = requireNonNull(contactKey, "contactKey is null");
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.mailer = requireNonNull(mailer, "mailer is null");
        this.mailLinks = requireNonNull(mailLinks, "mailLinks is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.texts = requireNonNull(texts, "texts is null");
        this.recording = new Recording(programme);
        this.clock = requireNonNull(clock, "clock is null");
    }

    static EmailReply production(Environment environment) {
        DynamoDbClient dynamoDb = DynamoDb.client();
        Programme programme = Programme.load(environment);
        return new EmailReply(
                Mailbox.production(environment),
                new Links(dynamoDb, environment.require("LINKS_TABLE")),
                new Replies(dynamoDb, environment.require("REPLIES_TABLE")),
                new Contacts(dynamoDb, environment.require("CONTACTS_TABLE")),
                ContactKey.of(environment.require("CONTACTS_KEY")),
                new Surveys(dynamoDb, environment.require("SURVEYS_TABLE")),
                Mailer.production(environment, programme),
                MailLinks.production(environment, programme),
                programme,
                ReplyText.production(environment),
                Clock.systemUTC());
    }

    /**
     * Reads one mail.
     *
     * @throws Unavailable if it could not be done now
     */
    void receive(Arrival arrival) {
        Optional<InputStream> stored = mailbox.open(arrival.key());
        if (stored.isEmpty()) {
            noted("gone", Optional.empty());
            return;
        }
        read(arrival, message(stored.get()));
    }

    private Message message(InputStream stored) {
        try (stored) {
            return messages.read(stored);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Arrival arrival, Message message) {
        Optional<Refusal> refusal = new Verdicts(message.headers()).refusal();
        if (refusal.isPresent()) {
            noted(refusal.get().id(), Optional.empty());
            return;
        }
        Optional<Link> link =
                Addresses.to(message.headers())
                        .flatMap(address -> ReplyToken.ofAddress(address).stream())
                        .distinct()
                        .limit(MOST_ADDRESSES)
                        .flatMap(token -> links.find(token, clock.instant()).stream())
                        .findFirst();
        if (link.isEmpty()) {
            noted(Refusal.UNKNOWN_ADDRESS.id(), Optional.empty());
        } else {
            read(arrival, message, link.get());
        }
    }

    private void read(Arrival arrival, Message message, Link link) {
        String sender = Addresses.from(message.headers()).orElse("");
        Words words = Words.of(link.locale());
        if (isFromUnsubscribeButton(message.headers())) {
            unsubscribe(link);
        } else if (AutomaticMail.is(message, sender, words.automaticSubjects())) {
            noted("automatic", Optional.of(link));
        } else if (!isCustomer(sender, link)) {
            noted(Refusal.OTHER_SENDER.id(), Optional.of(link));
        } else {
            readLetter(arrival, message, link, words);
        }
    }

    /** Mail programs send it by themselves, and some from an address of their provider. */
    private static boolean isFromUnsubscribeButton(Headers headers) {
        return headers.first("Subject").map(String::strip).stream()
                .anyMatch(Mailer.UNSUBSCRIBE::equalsIgnoreCase);
    }

    private void unsubscribe(Link link) {
        contacts.suppress(
                new ContactId(link.contactId()), SuppressionReason.UNSUBSCRIBED, clock.instant());
        noted("unsubscribed", Optional.of(link));
    }

    /** Addresses are known by their hash alone; some customers write with a label of their own. */
    private boolean isCustomer(String sender, Link link) {
        ContactId customer = new ContactId(link.contactId());
        return contactKey.idOf(sender).equals(customer)
                || contactKey.idOf(Addresses.withoutLabel(sender)).equals(customer);
    }

    private void readLetter(Arrival arrival, Message message, Link link, Words words) {
        String text = texts.newText(message, link);
        if (link.asks() && words.isUnsubscribe(text)) {
            unsubscribe(link);
            return;
        }
        String id = LetterId.of(message.headers(), arrival.key());
        Received mail =
                new Received(
                        id,
                        arrival.key(),
                        arrival.at(),
                        text,
                        reading(link, text),
                        link.asks() && words.isCourtesy(text),
                        keep(id, message),
                        message.isWhole());
        Letter.Kind kind = kind(record(link, mail), id);
        noted(kind.id(), Optional.of(link));
        if (kind == Letter.Kind.UNCLEAR) {
            askBack(link, id);
        }
    }

    /** Numbers in an answer to a mail that asked for none are no score. */
    private static Reading reading(Link link, String text) {
        return link.asks()
                ? new ScoreReader(link.metric(), link.locale()).read(text)
                : new Reading.None();
    }

    private List<Attachment> keep(String letterId, Message message) {
        List<Attachment> kept = new ArrayList<>();
        for (Photograph photograph : message.photographs()) {
            String key = mailbox.keep(letterId, kept.size() + 1, photograph);
            kept.add(new Attachment(key, photograph.type(), photograph.content().length));
        }
        return kept;
    }

    /** The reply as it is after the mail. */
    private Reply record(Link link, Received mail) {
        SurveyId survey = SurveyId.parse(link.surveyId());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Reply> before = replies.find(survey);
            Optional<Reply> next = recording.next(before, link, mail, clock.instant());
            if (next.isEmpty()) {
                return before.orElseThrow();
            }
            if (replies.write(before, next.get())) {
                return next.get();
            }
        }
        throw new Unavailable("the reply is being written by others");
    }

    private static Letter.Kind kind(Reply reply, String letterId) {
        return reply.letters().stream()
                .filter(letter -> letter.id().equals(letterId))
                .map(Letter::kind)
                .findFirst()
                .orElse(Letter.Kind.SCORED);
    }

    /**
     * Goes to the address that the survey went to, unless it is to have no more questions; a person
     * reads what it cannot be sent about.
     */
    private void askBack(Link link, String letterId) {
        Outcome outcome =
                customer(link)
                        .filter(_ -> mayBeAsked(link))
                        .map(customer -> mailer.send(question(link, customer)))
                        .orElse(new Outcome.Refused("nobody to ask"));
        switch (outcome) {
            case Outcome.Sent _, Outcome.AlreadySent _ -> {}
            case Outcome.Refused _ -> leaveToPerson(link, letterId);
            case Outcome.Unsettled _ ->
                    throw new Unavailable("it is not known yet whether the mail was sent");
        }
    }

    private boolean mayBeAsked(Link link) {
        ContactId customer = new ContactId(link.contactId());
        return !contacts.load(customer, Consistency.STRONG).isSuppressed();
    }

    private void leaveToPerson(Link link, String letterId) {
        SurveyId survey = SurveyId.parse(link.surveyId());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Reply> before = replies.find(survey);
            Optional<Reply> next =
                    before.flatMap(r -> recording.toRead(r, link, letterId, clock.instant()));
            if (next.isEmpty() || replies.write(before, next.get())) {
                return;
            }
        }
        throw new Unavailable("the reply is being written by others");
    }

    private AskBackMail question(Link link, Customer customer) {
        return new AskBackMail(
                SurveyId.parse(link.surveyId()),
                link.metric(),
                customer.address().orElseThrow(),
                customer.name(),
                link.locale(),
                mailLinks.mintAgain(link, clock.instant()));
    }

    private Optional<Customer> customer(Link link) {
        return surveys.find(SurveyId.parse(link.surveyId()).order())
                .map(order -> order.order(programme).customer())
                .filter(customer -> customer.address().isPresent());
    }

    private static void noted(String what, Optional<Link> link) {
        Log.info(
                "mail read",
                link.map(l -> Map.<String, Object>of("what", what, "surveyId", l.surveyId()))
                        .orElse(Map.of("what", what)));
        Metrics.count("MailsRead");
    }
}

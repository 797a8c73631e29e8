package dev.doorstep.promisewatch;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.Contact;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpDue;
import dev.doorstep.followups.FollowUpQueues;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.HistoryEntry;
import dev.doorstep.followups.Promise;
import dev.doorstep.followups.Promises;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.mail.MailLinks;
import dev.doorstep.mail.Mailer;
import dev.doorstep.mail.Outcome;
import dev.doorstep.programme.Programme;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Sees that what customers are told by support comes true: warns before a promise breaks, says so
 * when it did, and sends what support wrote. A timer may come twice, late, or for what is over; the
 * follow-up as it is decides. Safe for use by several threads.
 */
public final class PromiseWatch {
    private static final int ATTEMPTS = 5;

    private final FollowUps followUps;
    private final FollowUpQueues queues;
    private final Timers timers;
    private final Contacts contacts;
    private final ContactKey contactKey;
    private final Letterbox letterbox;
    private final DeliveryNews news;
    private final Programme programme;
    private final Clock clock;

    public PromiseWatch(
            FollowUps followUps,
            FollowUpQueues queues,
            Timers timers,
            Surveys surveys,
            Contacts contacts,
            ContactKey contactKey,
            Mailer mailer,
            MailLinks links,
            Programme programme,
            String deskUrl,
            Clock clock) {
        this.followUps = requireNonNull(followUps, "followUps is null");
        this.queues = requireNonNull(queues, "queues is null");
        this.timers = requireNonNull(timers, "timers is null");
        this.contacts = requireNonNull(contacts, "contacts is null");
        this.contactKey = requireNonNull(contactKey, "contactKey is null");
        this.letterbox = new Letterbox(mailer, links, surveys, contactKey, programme, deskUrl);
        this.news =
                new DeliveryNews(
                        surveys,
                        followUps,
                        queues,
                        timers,
                        contacts,
                        contactKey,
                        mailer,
                        links,
                        programme,
                        clock);
        this.programme = requireNonNull(programme, "programme is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    static PromiseWatch production(Environment environment) {
        DynamoDbClient dynamoDb = DynamoDb.client();
        Programme programme = Programme.load(environment);
        return new PromiseWatch(
                new FollowUps(dynamoDb, environment.require("FOLLOW_UPS_TABLE")),
                FollowUpQueues.production(environment),
                new Timers(dynamoDb, environment.require("TIMERS_TABLE")),
                new Surveys(dynamoDb, environment.require("SURVEYS_TABLE")),
                new Contacts(dynamoDb, environment.require("CONTACTS_TABLE")),
                ContactKey.of(environment.require("CONTACTS_KEY")),
                Mailer.production(environment, programme),
                MailLinks.production(environment, programme),
                programme,
                environment.require("DESK_URL"),
                Clock.systemUTC());
    }

    /**
     * Does what has come due; receiving it again does no harm.
     *
     * @throws Rejected if the timer is none of a promise, a mail or a delivery
     * @throws Unavailable if it could not be done now
     */
    void receive(Timer due) {
        switch (due.kind()) {
            case PROMISE -> watch(FollowUpDue.parse(due.reference()));
            case FOLLOW_UP_MAIL -> send(FollowUpDue.parse(due.reference()));
            case DELIVERY_NEWS -> news.tell(SurveyId.parse(due.reference()));
            case SURVEY, REMINDER, LEASE, URGENT_LEASE, ACKNOWLEDGEMENT ->
                    throw new Rejected("/kind", "is not of a promise, a mail or a delivery");
        }
    }

    private void watch(FollowUpDue due) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<FollowUp> found = followUps.find(due.followUp());
            if (found.isEmpty() || isSeenTo(found.get(), due.number(), clock.instant())) {
                return;
            }
        }
        throw new Unavailable("the follow-up is being written by others");
    }

    /** Whether it is done; not if others wrote the follow-up meanwhile. */
    private boolean isSeenTo(FollowUp followUp, int number, Instant now) {
        Promise promise =
                followUp.ledger()
                        .find(number)
                        .orElseThrow(() -> new Rejected("/reference", "is no promise of the case"));
        if (!followUp.isLive()) {
            return true;
        }
        if (!promise.isOpen()) {
            followUp.nextAfterBreak(number).ifPresent(next -> tell(followUp, number, next, now));
            return true;
        }
        if (!now.isBefore(promise.by())) {
            return isBroken(followUp, number, now);
        }
        if (promise.warnedAt().isEmpty() && !now.isBefore(promise.warnAt())) {
            return isWarned(followUp, number, promise, now);
        }
        followUp.promiseTimer().ifPresent(timers::set);
        return true;
    }

    private boolean isBroken(FollowUp followUp, int number, Instant now) {
        Promise next = Promises.again(followUp.ledger().broken() + 1, programme.support(), now);
        FollowUp broken = followUp.broken(next, now);
        if (!followUps.change(followUp, broken, timers)) {
            return false;
        }
        note("promise broken", "PromisesBroken", followUp);
        tell(broken, number, next, now);
        return true;
    }

    /** If it is not known whether the warning went out, SES's word is waited for. */
    private boolean isWarned(FollowUp followUp, int number, Promise promise, Instant now) {
        Outcome outcome = letterbox.warn(followUp, number, promise);
        if (outcome instanceof Outcome.Unsettled(Instant lookAgainAt)) {
            lookAgain(
                    followUp,
                    number,
                    lookAgainAt.isBefore(promise.by()) ? lookAgainAt : promise.by());
            return true;
        }
        if (!followUps.change(followUp, followUp.warned(now), timers)) {
            return false;
        }
        note("warned of a promise", "PromisesWarned", followUp);
        return true;
    }

    /** The customer is told only while there is someone to wait for. */
    private void tell(FollowUp followUp, int number, Promise next, Instant now) {
        if (next.isOpen()) {
            letterbox
                    .tellCustomer(followUp, number, next, now)
                    .ifPresent(outcome -> settle(followUp, number, outcome));
        }
        settle(followUp, number, letterbox.tellLead(followUp, number, next));
        queues.hint(followUp, followUps);
    }

    private void settle(FollowUp followUp, int number, Outcome outcome) {
        if (outcome instanceof Outcome.Unsettled(Instant lookAgainAt)) {
            lookAgain(followUp, number, lookAgainAt);
        }
    }

    private void lookAgain(FollowUp followUp, int number, Instant at) {
        String reference = new FollowUpDue(followUp.id(), number).toString();
        timers.set(new Timer(TimerKind.PROMISE, reference, at));
    }

    private void send(FollowUpDue due) {
        followUps.find(due.followUp()).ifPresent(followUp -> send(followUp, due));
    }

    private void send(FollowUp followUp, FollowUpDue due) {
        HistoryEntry written =
                followUp.mail(due.number())
                        .orElseThrow(() -> new Rejected("/reference", "is no mail of the case"));
        Optional<Outcome> outcome =
                isReachable(followUp)
                        ? letterbox.send(followUp, due.number(), written, clock.instant())
                        : Optional.empty();
        switch (outcome.orElseGet(() -> new Outcome.Refused("no address"))) {
            case Outcome.Sent _, Outcome.AlreadySent _ -> {}
            case Outcome.Refused _ -> {
                Instant now = clock.instant();
                followUps.change(due.followUp(), found -> found.mailRefused(due.number(), now));
            }
            case Outcome.Unsettled(Instant lookAgainAt) ->
                    timers.set(new Timer(TimerKind.FOLLOW_UP_MAIL, due.toString(), lookAgainAt));
        }
    }

    /** Mails to an address that they came back from for good go nowhere. */
    private boolean isReachable(FollowUp followUp) {
        return followUp.customer()
                .customer()
                .address()
                .map(contactKey::idOf)
                .map(id -> contacts.load(id, Consistency.EVENTUAL))
                .map(Contact::takesMails)
                .orElse(true);
    }

    private static void note(String what, String metric, FollowUp followUp) {
        Log.info(what, Map.of("followUpId", followUp.id().toString()));
        Metrics.count(metric);
    }
}

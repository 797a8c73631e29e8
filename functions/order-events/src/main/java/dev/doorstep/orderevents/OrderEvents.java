package dev.doorstep.orderevents;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.Contact;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.surveys.Decision;
import dev.doorstep.surveys.DecisionRow;
import dev.doorstep.surveys.Decisions;
import dev.doorstep.surveys.FollowUpDecisions;
import dev.doorstep.surveys.FollowUpEnd;
import dev.doorstep.surveys.News;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.OrderEvent;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Takes order events in: loads, decides, writes. Safe for use by several threads. */
public final class OrderEvents {
    private static final int ATTEMPTS = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private final Surveys surveys;
    private final Timers timers;
    private final Contacts contacts;
    private final ContactKey contactKey;
    private final Programme programme;
    private final Decisions decisions;
    private final Clock clock;

    public OrderEvents(
            Surveys surveys,
            Timers timers,
            Contacts contacts,
            ContactKey contactKey,
            Programme programme,
            Clock clock) {
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.timers = requireNonNull(timers, "timers is null");
        this.contacts = requireNonNull(contacts, "contacts is null");
        this.contactKey = requireNonNull(contactKey, "contactKey is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.decisions = new Decisions(programme);
        this.clock = requireNonNull(clock, "clock is null");
    }

    static OrderEvents production(Environment environment, Clock clock) {
        DynamoDbClient dynamoDb = DynamoDb.client();
        return new OrderEvents(
                new Surveys(dynamoDb, environment.require("SURVEYS_TABLE")),
                new Timers(dynamoDb, environment.require("TIMERS_TABLE")),
                new Contacts(dynamoDb, environment.require("CONTACTS_TABLE")),
                ContactKey.of(environment.require("CONTACTS_KEY")),
                Programme.load(environment),
                clock);
    }

    /**
     * Decides what the event means and writes it. An event that was decided before keeps its
     * decision, and changes nothing.
     *
     * @throws Unavailable if the tables cannot be reached, or others write the same order all the
     *     time; the event may be sent again
     */
    DecisionRow receive(OrderEvent event) {
        try {
            return decide(event);
        } catch (SdkException e) {
            throw new Unavailable("the tables cannot be reached", e);
        }
    }

    private DecisionRow decide(OrderEvent event) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            OrderSurveys before =
                    surveys.find(event.order(), Consistency.ofAttempt(attempt))
                            .orElse(OrderSurveys.unknown(event.order()));
            Optional<DecisionRow> known = before.decision(event);
            if (known.isPresent()) {
                return known.get();
            }
            OrderSurveys after = after(event, before);
            lookForNews(before, after);
            Optional<OrderSurveys> written = surveys.write(before, after, timers);
            if (written.isPresent()) {
                return noted(written.get().decisions().getLast(), event);
            }
            pause();
        }
        throw new Unavailable("the order is being written by others");
    }

    private OrderSurveys after(OrderEvent event, OrderSurveys before) {
        Order order = Order.of(before.facts().with(event), programme);
        return decisions.onEvent(event, before, contact(order), clock.instant()).order();
    }

    /** The contact is asked for again, and looked at closely, when the survey is sent. */
    private Optional<Contact> contact(Order order) {
        return order.customer()
                .address()
                .map(contactKey::idOf)
                .map(id -> contacts.load(id, Consistency.EVENTUAL));
    }

    /**
     * Decides whether the customer is asked if a follow-up put it right, and writes that. An end
     * that is told again, or after a later one, changes nothing.
     *
     * @throws Rejected if the follow-up is of no known order
     * @throws Unavailable if others write the same order all the time; the end may be told again
     */
    void receive(FollowUpEnd end) {
        FollowUpDecisions followUpDecisions = new FollowUpDecisions(programme);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            OrderSurveys before =
                    surveys.find(end.followUp().order(), Consistency.ofAttempt(attempt))
                            .or(() -> surveys.find(end.followUp().order()))
                            .orElseThrow(() -> new Rejected("", "belongs to no known order"));
            Decisions.Outcome outcome =
                    followUpDecisions.onResolved(
                            before, end, contact(before.order(programme)), clock.instant());
            if (outcome.order().equals(before)
                    || surveys.write(before, outcome.order(), timers).isPresent()) {
                noted(end, outcome.decision());
                return;
            }
            pause();
        }
        throw new Unavailable("the order is being written by others");
    }

    private static void noted(FollowUpEnd end, Decision decision) {
        Log.info(
                "follow-up's end decided",
                Map.of(
                        "followUpId", end.followUp().toString(),
                        "decision", decision.kind(),
                        "reason", decision.reason().id()));
        Metrics.count("FollowUpEndsDecided");
    }

    /** Set before the order is written, as a survey's are: alone, they come due for nothing. */
    private void lookForNews(OrderSurveys before, OrderSurveys after) {
        SurveyId delivery = new SurveyId(after.facts().order(), Touchpoint.DELIVERY);
        for (Instant at :
                News.timesToLook(before.facts(), after.facts(), programme, clock.instant())) {
            timers.set(new Timer(TimerKind.DELIVERY_NEWS, delivery.toString(), at));
        }
    }

    private static DecisionRow noted(DecisionRow row, OrderEvent event) {
        Log.info(
                "order event decided",
                Map.of(
                        "orderId", event.order().value(),
                        "eventType", event.type().id(),
                        "decision", row.decision().kind(),
                        "reason", row.decision().reason().id()));
        Metrics.count("OrderEventsDecided");
        return row;
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("was interrupted", e);
        }
    }
}

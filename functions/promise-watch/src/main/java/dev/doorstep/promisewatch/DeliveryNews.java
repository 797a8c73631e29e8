package dev.doorstep.promisewatch;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.followups.CustomerSummary;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpQueues;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Promise;
import dev.doorstep.followups.Promises;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.mail.DeliveryNewsMail;
import dev.doorstep.mail.MailLink;
import dev.doorstep.mail.MailLinks;
import dev.doorstep.mail.Mailer;
import dev.doorstep.mail.Outcome;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.AttentionRule;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.Money;
import dev.doorstep.surveys.News;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Tells customers of delays and losses before they ask, and puts the worst into support's hands: a
 * person first, then the mail that says by when. Each time it is decided anew from the facts of the
 * order, so that a timer that comes twice, late or for nothing does no harm. It is service about
 * their own parcel, not a question: who wants no more questions is told, too. Safe for use by
 * several threads.
 */
final class DeliveryNews {
    private static final int ATTEMPTS = 5;

    private final Surveys surveys;
    private final FollowUps followUps;
    private final FollowUpQueues queues;
    private final Timers timers;
    private final Contacts contacts;
    private final ContactKey contactKey;
    private final Mailer mailer;
    private final MailLinks links;
    private final Programme programme;
    private final AttentionRule attention;
    private final Clock clock;

    DeliveryNews(
            Surveys surveys,
            FollowUps followUps,
            FollowUpQueues queues,
            Timers timers,
            Contacts contacts,
            ContactKey contactKey,
            Mailer mailer,
            MailLinks links,
            Programme programme,
            Clock clock) {
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.followUps = requireNonNull(followUps, "followUps is null");
        this.queues = requireNonNull(queues, "queues is null");
        this.timers = requireNonNull(timers, "timers is null");
        this.contacts = requireNonNull(contacts, "contacts is null");
        this.contactKey = requireNonNull(contactKey, "contactKey is null");
        this.mailer = requireNonNull(mailer, "mailer is null");
        this.links = requireNonNull(links, "links is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.attention = new AttentionRule(programme.support());
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Tells what there is to tell now. An order that is not known was never written.
     *
     * @throws Unavailable if it could not be done now
     */
    void tell(SurveyId id) {
        Instant now = clock.instant();
        surveys.find(id.order())
                .ifPresent(
                        known ->
                                News.of(known.facts(), programme, now)
                                        .ifPresent(news -> tell(news, delivery(id, known), now)));
    }

    /** A survey that was asked already keeps the scale that it was asked on. */
    private Delivery delivery(SurveyId id, OrderSurveys known) {
        return new Delivery(
                id,
                known.order(programme),
                known.survey(id.touchpoint())
                        .map(Survey::metric)
                        .orElseGet(() -> programme.requirePlan(id.touchpoint()).metric()));
    }

    private void tell(News news, Delivery delivery, Instant now) {
        Instant allowed = programme.sendingHours().next(now, delivery.customer().zone());
        Optional<FollowUp> followUp = Optional.empty();
        if (news.needsPerson(now)) {
            followUp = Optional.of(inHands(news, delivery, allowed));
        } else {
            news.personFrom().ifPresent(from -> lookAgain(delivery.id(), from));
        }
        if (allowed.isAfter(now)) {
            lookAgain(delivery.id(), allowed);
        } else {
            mail(news, delivery, followUp, now);
        }
    }

    /** The case, with its hint in the queue, and somebody to watch over its promise. */
    private FollowUp inHands(News news, Delivery delivery, Instant told) {
        FollowUp followUp = upToDate(news, delivery, told);
        if (followUp.isLive()) {
            followUp.promiseTimer().ifPresent(timers::set);
            queues.hint(followUp, followUps);
        }
        return followUp;
    }

    private FollowUp upToDate(News news, Delivery delivery, Instant told) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<FollowUp> before = followUps.find(delivery.id());
            FollowUp after = after(before, news, delivery, told);
            if (before.equals(Optional.of(after)) || isWritten(before, after)) {
                return after;
            }
        }
        throw new Unavailable("the follow-up is being written by others");
    }

    /** What was promised counts from when the customer hears of it, which may be tomorrow. */
    private FollowUp after(Optional<FollowUp> before, News news, Delivery delivery, Instant told) {
        Instant now = clock.instant();
        Attention need = delivery.need(news, attention);
        Promise promise =
                Promises.promise(new Attention(need.severity(), told), programme.support(), now);
        return before.map(known -> known.alerted(need, promise, why(news), now).orElse(known))
                .orElseGet(
                        () ->
                                FollowUp.openUnasked(
                                        delivery.id(),
                                        delivery.metric(),
                                        need,
                                        promise,
                                        CustomerSummary.of(
                                                delivery.order(),
                                                Optional.empty(),
                                                address -> contactKey.idOf(address).value()),
                                        why(news),
                                        now));
    }

    private boolean isWritten(Optional<FollowUp> before, FollowUp after) {
        boolean isWritten =
                before.map(known -> followUps.change(known, after))
                        .orElseGet(() -> followUps.open(after));
        if (isWritten) {
            Log.info(
                    "delivery needs a person",
                    Map.of(
                            "followUpId", after.id().toString(),
                            "severity", after.severity().id(),
                            "what", after.history().entries().getLast().what().id()));
        }
        if (isWritten && before.isEmpty()) {
            Metrics.count("FollowUpsOpened");
        }
        return isWritten;
    }

    /** For support, which reads it in the history of the case. */
    private static String why(News news) {
        return switch (news) {
            case News.Delayed _ -> "The delivery was put off for days.";
            case News.Overdue _ -> "The delivery is late, and nobody says when it comes.";
            case News.Lost _ -> "The parcel was reported lost.";
        };
    }

    private void mail(News news, Delivery delivery, Optional<FollowUp> followUp, Instant now) {
        delivery.customer()
                .address()
                .filter(this::takesMails)
                .map(to -> delivery.mail(news, to, followUp, now))
                .ifPresent(mail -> send(mail, delivery));
    }

    private boolean takesMails(String address) {
        return contacts.load(contactKey.idOf(address), Consistency.STRONG).takesMails();
    }

    /** If SES may have taken the mail, its word is waited for: nobody is told twice on a guess. */
    private void send(DeliveryNewsMail mail, Delivery delivery) {
        ContactId contact = contactKey.idOf(mail.to());
        Outcome outcome = mailer.send(mail, () -> delivery.link(links, contact, clock.instant()));
        switch (outcome) {
            case Outcome.Sent _ -> {
                Log.info("delivery news told", Map.of("surveyId", mail.survey().toString()));
                Metrics.count("DeliveryNewsTold");
            }
            case Outcome.AlreadySent _, Outcome.Refused _ -> {}
            case Outcome.Unsettled(Instant lookAgainAt) -> lookAgain(mail.survey(), lookAgainAt);
        }
    }

    private void lookAgain(SurveyId id, Instant at) {
        timers.set(new Timer(TimerKind.DELIVERY_NEWS, id.toString(), at));
    }

    /** The delivery of an order, under the id of the survey about it. */
    private record Delivery(SurveyId id, Order order, Metric metric) {

        Customer customer() {
            return order.customer();
        }

        Attention need(News news, AttentionRule rule) {
            return rule.unasked(
                    news instanceof News.Lost,
                    order.value().map(Money::amount),
                    order.value().map(Money::currency),
                    news.personFrom().orElseThrow());
        }

        /** Says by when a person is in touch, while somebody is still to be. */
        DeliveryNewsMail mail(News news, String to, Optional<FollowUp> followUp, Instant now) {
            return new DeliveryNewsMail(
                    id,
                    news,
                    followUp.isPresent(),
                    followUp.filter(FollowUp::isLive)
                            .flatMap(known -> known.ledger().open())
                            .map(Promise::by)
                            .filter(now::isBefore),
                    to,
                    customer().name(),
                    customer().locale(),
                    customer().zone(),
                    order.items());
        }

        /** Who answers writes to a person. */
        MailLink link(MailLinks links, ContactId contact, Instant now) {
            return links.mint(id, metric, order, customer().locale(), contact, false, now);
        }
    }
}

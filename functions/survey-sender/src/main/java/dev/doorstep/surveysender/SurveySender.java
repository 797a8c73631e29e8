package dev.doorstep.surveysender;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.links.Links;
import dev.doorstep.mail.Mailer;
import dev.doorstep.mail.Outcome;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.Decision;
import dev.doorstep.surveys.Decisions;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Reason;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends due surveys and their reminders: decides again with what is known now, claims the survey
 * and the contact in one write, and only then mails. Safe for use by several threads.
 */
public final class SurveySender {
    private static final int ATTEMPTS = 5;

    private final Surveys surveys;
    private final Timers timers;
    private final Contacts contacts;
    private final ContactKey contactKey;
    private final Replies replies;
    private final Invitations invitations;
    private final Programme programme;
    private final Decisions decisions;
    private final Clock clock;

    public SurveySender(
            Surveys surveys,
            Timers timers,
            Contacts contacts,
            ContactKey contactKey,
            Replies replies,
            Invitations invitations,
            Programme programme,
            Clock clock) {
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.timers = requireNonNull(timers, "timers is null");
        this.contacts = requireNonNull(contacts, "contacts is null");
        this.contactKey = requireNonNull(contactKey, "contactKey is null");
        this.replies = requireNonNull(replies, "replies is null");
        this.invitations = requireNonNull(invitations, "invitations is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.decisions = new Decisions(programme);
        this.clock = requireNonNull(clock, "clock is null");
    }

    static SurveySender production(Environment environment) {
        DynamoDbClient dynamoDb = DynamoDb.client();
        Programme programme = Programme.load(environment);
        return new SurveySender(
                new Surveys(dynamoDb, environment.require("SURVEYS_TABLE")),
                new Timers(dynamoDb, environment.require("TIMERS_TABLE")),
                new Contacts(dynamoDb, environment.require("CONTACTS_TABLE")),
                ContactKey.of(environment.require("CONTACTS_KEY")),
                new Replies(dynamoDb, environment.require("REPLIES_TABLE")),
                new Invitations(
                        new Links(dynamoDb, environment.require("LINKS_TABLE")),
                        Mailer.production(environment, programme),
                        programme,
                        environment.require("SURVEY_URL")),
                programme,
                Clock.systemUTC());
    }

    /**
     * Does what a due timer asks for. Receiving it again does no harm.
     *
     * @throws Rejected if the timer is not one for surveys, or names none that is known
     * @throws Unavailable if it could not be done now
     */
    void receive(Timer due) {
        SurveyId id = SurveyId.parse(due.reference());
        switch (due.kind()) {
            case SURVEY -> ask(id);
            case REMINDER -> remind(id);
            case LEASE, URGENT_LEASE -> throw new Rejected("/kind", "is not of a survey");
        }
    }

    private void ask(SurveyId id) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            OrderSurveys order = load(id);
            Survey survey = survey(order, id);
            boolean done =
                    switch (survey.state()) {
                        case Survey.State.Planned _ -> decide(order, survey);
                        case Survey.State.Sending _ -> send(order, survey);
                        case Survey.State.Sent _,
                                Survey.State.Answered _,
                                Survey.State.Skipped _,
                                Survey.State.Expired _ ->
                                true;
                    };
            if (done) {
                return;
            }
        }
        throw new Unavailable("the survey is being written by others");
    }

    /** Whether the decision was written; if not, someone changed what it was made from. */
    private boolean decide(OrderSurveys order, Survey survey) {
        Instant now = clock.instant();
        Optional<ContactId> contact = contactOf(order);
        Decision decision = decisions.whenDue(order, survey, contact.map(contacts::load), now);
        Survey decided = survey.decided(now, decision);
        return switch (decision) {
            case Decision.Send _ -> claim(order, decided, contact.orElseThrow(), now);
            case Decision.Postpone postpone -> postpone(decided, postpone);
            case Decision.Skip skip -> skip(decided, skip.reason(), now);
            case Decision.Cancel cancel -> skip(decided, cancel.reason(), now);
            case Decision.Plan plan -> throw new IllegalStateException("plans " + plan.reason());
            case Decision.Switch change ->
                    throw new IllegalStateException("switches " + change.reason());
        };
    }

    private boolean claim(OrderSurveys order, Survey survey, ContactId contact, Instant now) {
        Survey claimed = survey.in(new Survey.State.Sending(now));
        boolean mine =
                surveys.transact(
                        List.of(
                                surveys.put(claimed),
                                contacts.asking(contact, survey.touchpoint(), now, programme)));
        return mine && send(order, claimed.written());
    }

    /** The timer is set even if it was there: the one that came due is cleared already. */
    private boolean postpone(Survey survey, Decision.Postpone postpone) {
        Survey later = survey.dueAt(postpone.dueAt());
        Timer timer = new Timer(TimerKind.SURVEY, survey.id().toString(), postpone.dueAt());
        boolean written = surveys.transact(List.of(surveys.put(later), timers.put(timer)));
        return written && noted(Event.POSTPONED, survey, postpone.reason());
    }

    private boolean skip(Survey survey, Reason reason, Instant now) {
        Survey skipped = survey.in(new Survey.State.Skipped(now, reason));
        boolean written = surveys.transact(List.of(surveys.put(skipped)));
        return written && noted(Event.SKIPPED, survey, reason);
    }

    /** Whether what became of the mail was written. */
    private boolean send(OrderSurveys order, Survey survey) {
        ContactId contact = contactOf(order).orElseThrow();
        Instant now = clock.instant();
        return switch (invitations.send(survey, order.order(programme), contact, false, now)) {
            case Outcome.Sent sent -> sent(survey, sent.sesMessageId(), now);
            case Outcome.AlreadySent sent -> sent(survey, sent.sesMessageId(), now);
            case Outcome.Refused _ -> refused(survey, contact, now);
            case Outcome.Unsettled _ -> {
                Metrics.count("SurveysUnsettled");
                yield true;
            }
        };
    }

    private boolean sent(Survey survey, String sesMessageId, Instant now) {
        Instant remindAt = now.plus(programme.requirePlan(survey.touchpoint()).reminderAfter());
        Timer reminder = new Timer(TimerKind.REMINDER, survey.id().toString(), remindAt);
        Survey sent = survey.in(new Survey.State.Sent(now, sesMessageId));
        boolean written = surveys.transact(List.of(surveys.put(sent), timers.put(reminder)));
        return written && noted(Event.SENT, survey, Reason.DUE);
    }

    private boolean refused(Survey survey, ContactId contact, Instant now) {
        contacts.suppress(contact, SuppressionReason.REJECTED, now);
        return skip(
                survey.decided(now, new Decision.Skip(Reason.REJECTED_ADDRESS)),
                Reason.REJECTED_ADDRESS,
                now);
    }

    private void remind(SurveyId id) {
        OrderSurveys order = load(id);
        Survey survey = survey(order, id);
        Instant now = clock.instant();
        if (!mayRemind(order, survey)) {
            return;
        }
        Order facts = order.order(programme);
        Instant open = programme.sendingHours().next(now, facts.customer().zone());
        if (open.isAfter(now)) {
            timers.set(new Timer(TimerKind.REMINDER, id.toString(), open));
            return;
        }
        ContactId contact = contactOf(order).orElseThrow();
        switch (invitations.send(survey, facts, contact, true, now)) {
            case Outcome.Sent _ -> noted(Event.REMINDED, survey, Reason.DUE);
            case Outcome.Refused _ -> contacts.suppress(contact, SuppressionReason.REJECTED, now);
            case Outcome.AlreadySent _, Outcome.Unsettled _ -> {}
        }
    }

    private boolean mayRemind(OrderSurveys order, Survey survey) {
        return survey.state() instanceof Survey.State.Sent
                && decisions.stillFits(order, survey.touchpoint())
                && replies.find(survey.id()).filter(Reply::counts).isEmpty()
                && contactOf(order).map(contacts::load).filter(c -> !c.isSuppressed()).isPresent();
    }

    private Optional<ContactId> contactOf(OrderSurveys order) {
        return order.order(programme).customer().address().map(contactKey::idOf);
    }

    private OrderSurveys load(SurveyId id) {
        return surveys.find(id.order())
                .orElseThrow(() -> new Rejected("/reference", "is not known"));
    }

    private static Survey survey(OrderSurveys order, SurveyId id) {
        return order.survey(id.touchpoint())
                .orElseThrow(() -> new Rejected("/reference", "is not known"));
    }

    private static boolean noted(Event event, Survey survey, Reason reason) {
        Log.info(event.message, Map.of("surveyId", survey.id().toString(), "reason", reason.id()));
        Metrics.count(event.metric);
        return true;
    }

    private enum Event {
        SENT("survey sent", "SurveysSent"),
        REMINDED("reminder sent", "RemindersSent"),
        POSTPONED("survey postponed", "SurveysPostponed"),
        SKIPPED("survey skipped", "SurveysSkipped");

        private final String message;
        private final String metric;

        Event(String message, String metric) {
            this.message = message;
            this.metric = metric;
        }
    }
}

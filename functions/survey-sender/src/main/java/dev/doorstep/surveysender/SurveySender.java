package dev.doorstep.surveysender;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.Contact;
import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.mail.MailLinks;
import dev.doorstep.mail.Mailer;
import dev.doorstep.mail.Outcome;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.Decision;
import dev.doorstep.surveys.Decisions;
import dev.doorstep.surveys.FollowUpDecisions;
import dev.doorstep.surveys.FollowUpEnd;
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
import java.util.Map;
import java.util.Optional;

/**
 * Sends due surveys and their reminders: decides again with what is known now, claims the survey,
 * asks the contact's leave, and only then mails. Each step can be repeated after a crash behind it.
 * Safe for use by several threads.
 */
public final class SurveySender {
    private static final int ATTEMPTS = 5;

    private final Surveys surveys;
    private final Timers timers;
    private final Contacts contacts;
    private final ContactKey contactKey;
    private final Replies replies;
    private final FollowUps followUps;
    private final Invitations invitations;
    private final Programme programme;
    private final Decisions decisions;
    private final FollowUpDecisions followUpDecisions;
    private final Clock clock;

    public SurveySender(
            Surveys surveys,
            Timers timers,
            Contacts contacts,
            ContactKey contactKey,
            Replies replies,
            FollowUps followUps,
            Invitations invitations,
            Programme programme,
            Clock clock) {
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.timers = requireNonNull(timers, "timers is null");
        this.contacts = requireNonNull(contacts, "contacts is null");
        this.contactKey = requireNonNull(contactKey, "contactKey is null");
        this.replies = requireNonNull(replies, "replies is null");
        this.followUps = requireNonNull(followUps, "followUps is null");
        this.invitations = requireNonNull(invitations, "invitations is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.decisions = new Decisions(programme);
        this.followUpDecisions = new FollowUpDecisions(programme);
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
                new FollowUps(dynamoDb, environment.require("FOLLOW_UPS_TABLE")),
                new Invitations(
                        MailLinks.production(environment, programme),
                        Mailer.production(environment, programme)),
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
            case SURVEY -> ask(id, due.dueAt());
            case REMINDER -> remind(id);
            case LEASE, URGENT_LEASE, ACKNOWLEDGEMENT, PROMISE, FOLLOW_UP_MAIL, DELIVERY_NEWS ->
                    throw new Rejected("/kind", "is not of a survey");
        }
    }

    private void ask(SurveyId id, Instant dueAt) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            OrderSurveys order = load(id, Consistency.ofAttempt(attempt));
            Survey survey = survey(order, id);
            boolean done =
                    switch (survey.state()) {
                        case Survey.State.Planned _ ->
                                dueAt.isBefore(survey.dueAt()) || decide(order, survey);
                        case Survey.State.Sending sending -> resume(order, survey, sending);
                        case Survey.State.Sent _,
                                Survey.State.Bounced _,
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

    /**
     * Whether the decision was written; if not, someone changed what it was made from. Whether the
     * contact may be asked is not looked up: the write that asks knows it.
     */
    private boolean decide(OrderSurveys order, Survey survey) {
        Instant now = later(clock.instant(), survey.dueAt());
        Decision decision = whenDue(order, survey, now);
        Survey decided = survey.decided(now, decision);
        return switch (decision) {
            case Decision.Send _ -> claim(order, decided, now);
            case Decision.Postpone postpone ->
                    write(order, decided.dueAt(postpone.dueAt()))
                            && noted(Event.POSTPONED, survey, postpone.reason());
            case Decision.Skip skip -> skip(order, decided, skip.reason(), now);
            case Decision.Cancel cancel -> skip(order, decided, cancel.reason(), now);
            case Decision.Plan plan -> throw new IllegalStateException("plans " + plan.reason());
            case Decision.Switch change ->
                    throw new IllegalStateException("switches " + change.reason());
        };
    }

    private Decision whenDue(OrderSurveys order, Survey survey, Instant now) {
        Optional<Contact> contact = contactOf(order).map(Contact::unknown);
        return survey.followUp()
                .map(id -> followUpDecisions.whenDue(order, survey, endOf(id), contact, now))
                .orElseGet(() -> decisions.whenDue(order, survey, contact, now));
    }

    /** How the case stands at this moment: it may have been opened again. */
    private Optional<FollowUpEnd> endOf(SurveyId followUp) {
        return followUps.find(followUp).flatMap(FollowUp::end);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private boolean claim(OrderSurveys order, Survey survey, Instant now) {
        Survey.State.Sending sending = new Survey.State.Sending(now);
        Survey claimed = survey.in(sending);
        Optional<OrderSurveys> written = surveys.write(order, order.with(claimed), timers);
        return written.isPresent() && dispatch(written.get(), claimed, sending);
    }

    /** Someone had it before and may have mailed: first what became of that is found out. */
    private boolean resume(OrderSurveys order, Survey survey, Survey.State.Sending sending) {
        Optional<Outcome> before = invitations.outcome(survey);
        return before.isPresent()
                ? conclude(order, survey, sending, before.get())
                : dispatch(order, survey, sending);
    }

    private boolean dispatch(OrderSurveys order, Survey survey, Survey.State.Sending sending) {
        ContactId contact = contactOf(order).orElseThrow();
        Instant now = clock.instant();
        if (!contacts.ask(contact, survey.id().toString(), survey.touchpoint(), now, programme)) {
            boolean isSuppressed = contacts.load(contact, Consistency.STRONG).isSuppressed();
            return withdraw(order, survey, isSuppressed ? Reason.SUPPRESSED : Reason.CAPPED, now);
        }
        return conclude(
                order,
                survey,
                sending,
                invitations.send(survey, order.order(programme), contact, false, now));
    }

    /** Whether what became of the mail was written. */
    private boolean conclude(
            OrderSurveys order, Survey survey, Survey.State.Sending sending, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sent sent -> sent(order, survey, sending, sent.sesMessageId());
            case Outcome.AlreadySent sent -> sent(order, survey, sending, sent.sesMessageId());
            case Outcome.Refused _ -> refused(order, survey);
            case Outcome.Unsettled unsettled ->
                    lookAgain(TimerKind.SURVEY, survey, unsettled.lookAgainAt());
        };
    }

    /** The reminder's time does not depend on how often this is done. */
    private boolean sent(
            OrderSurveys order, Survey survey, Survey.State.Sending sending, String sesMessageId) {
        Instant remindAt =
                sending.since().plus(programme.requirePlan(survey.touchpoint()).reminderAfter());
        timers.set(new Timer(TimerKind.REMINDER, survey.id().toString(), remindAt));
        Survey.State sent = new Survey.State.Sent(clock.instant(), sesMessageId);
        return write(order, survey.in(sent)) && noted(Event.SENT, survey, Reason.DUE);
    }

    private boolean refused(OrderSurveys order, Survey survey) {
        Instant now = clock.instant();
        contacts.suppress(contactOf(order).orElseThrow(), SuppressionReason.REJECTED, now);
        return withdraw(order, survey, Reason.REJECTED_ADDRESS, now);
    }

    /** A survey that was to be sent is not, after all. */
    private boolean withdraw(OrderSurveys order, Survey survey, Reason reason, Instant now) {
        return skip(order, survey.decided(now, new Decision.Skip(reason)), reason, now);
    }

    private boolean skip(OrderSurveys order, Survey survey, Reason reason, Instant now) {
        return write(order, survey.in(new Survey.State.Skipped(now, reason)))
                && noted(Event.SKIPPED, survey, reason);
    }

    private boolean write(OrderSurveys order, Survey survey) {
        return surveys.write(order, order.with(survey), timers).isPresent();
    }

    private boolean lookAgain(TimerKind kind, Survey survey, Instant at) {
        timers.set(new Timer(kind, survey.id().toString(), at));
        return noted(Event.UNSETTLED, survey, Reason.DUE);
    }

    private void remind(SurveyId id) {
        if (replies.find(id).filter(Reply::counts).isPresent()) {
            return;
        }
        OrderSurveys order = load(id, Consistency.EVENTUAL);
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
            case Outcome.Unsettled unsettled ->
                    lookAgain(TimerKind.REMINDER, survey, unsettled.lookAgainAt());
            case Outcome.AlreadySent _ -> {}
        }
    }

    private boolean mayRemind(OrderSurveys order, Survey survey) {
        return survey.state() instanceof Survey.State.Sent
                && stillFits(order, survey)
                && contactOf(order)
                        .map(contact -> contacts.load(contact, Consistency.STRONG))
                        .filter(contact -> !contact.isSuppressed())
                        .isPresent();
    }

    private boolean stillFits(OrderSurveys order, Survey survey) {
        return survey.followUp()
                .map(id -> followUpDecisions.stillFits(order, endOf(id)))
                .orElseGet(() -> decisions.stillFits(order, survey.touchpoint()));
    }

    private Optional<ContactId> contactOf(OrderSurveys order) {
        return order.order(programme).customer().address().map(contactKey::idOf);
    }

    private OrderSurveys load(SurveyId id, Consistency consistency) {
        return surveys.find(id.order(), consistency)
                .or(() -> surveys.find(id.order()))
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
        SKIPPED("survey skipped", "SurveysSkipped"),
        UNSETTLED("mail waits for the word of SES", "SurveysUnsettled");

        private final String message;
        private final String metric;

        Event(String message, String metric) {
            this.message = message;
            this.metric = metric;
        }
    }
}

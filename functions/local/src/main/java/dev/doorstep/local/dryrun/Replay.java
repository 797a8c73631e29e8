package dev.doorstep.local.dryrun;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.Contact;
import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.surveys.Decision;
import dev.doorstep.surveys.Decisions;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.OrderEvent;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Reason;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plays events through a programme in simulated time, as order-events, timekeeper and survey-sender
 * would: the same decisions, with tables, timers and contacts in memory. Nothing is sent, and
 * nobody answers. Of the moment of a timer and an event, the event comes first, as timers are
 * looked for once in a minute.
 */
final class Replay {
    /** Tells addresses apart, for as long as this runs. */
    private static final ContactKey KEY = ContactKey.of("a key that opens nothing anywhere at all");

    private static final Comparator<Timer> BY_TIME =
            Comparator.comparing(Timer::dueAt)
                    .thenComparing(Timer::kind)
                    .thenComparing(Timer::reference);

    private final Programme programme;
    private final ZoneId zone;
    private final Decisions decisions;
    private final Map<OrderId, OrderSurveys> orders = new HashMap<>();
    private final Map<ContactId, Contact> contacts = new HashMap<>();
    private final Queue<Timer> timers = new PriorityQueue<>(BY_TIME);
    private final Map<Touchpoint, Long> sent = new EnumMap<>(Touchpoint.class);
    private final Set<ContactId> people = new HashSet<>();
    private final Map<LocalDate, Long> surveys = new TreeMap<>();
    private final Map<LocalDate, Long> reminders = new TreeMap<>();

    private Replay(Programme programme, ZoneId zone) {
        this.programme = requireNonNull(programme, "programme is null");
        this.zone = requireNonNull(zone, "zone is null");
        this.decisions = new Decisions(programme);
    }

    /**
     * Whom the programme asks, from the first event until nothing is planned any more.
     *
     * @param zone whose days are counted
     */
    static Forecast of(Programme programme, List<Arrival> arrivals, ZoneId zone) {
        Replay replay = new Replay(programme, zone);
        for (Arrival arrival : arrivals) {
            replay.passUntil(arrival.at());
            replay.receive(arrival.event(), arrival.at());
        }
        replay.passUntil(Instant.MAX);
        return replay.forecast();
    }

    private void passUntil(Instant moment) {
        for (Timer next = timers.peek();
                next != null && next.dueAt().isBefore(moment);
                next = timers.peek()) {
            timers.remove();
            comeDue(next);
        }
    }

    /** As order-events does: an event that was decided before keeps its decision. */
    private void receive(OrderEvent event, Instant now) {
        OrderSurveys before =
                orders.getOrDefault(event.order(), OrderSurveys.unknown(event.order()));
        if (before.decision(event).isEmpty()) {
            Order order = Order.of(before.facts().with(event), programme);
            Optional<Contact> contact = contactOf(order).map(this::contact);
            write(before, decisions.onEvent(event, before, contact, now).order());
        }
    }

    private void comeDue(Timer timer) {
        SurveyId id = SurveyId.parse(timer.reference());
        OrderSurveys order = orders.get(id.order());
        if (order == null) {
            return;
        }
        Optional<Survey> survey = order.survey(id.touchpoint());
        switch (timer.kind()) {
            case SURVEY ->
                    survey.filter(Survey::isPlanned)
                            .filter(planned -> !timer.dueAt().isBefore(planned.dueAt()))
                            .ifPresent(planned -> ask(order, planned, timer.dueAt()));
            case REMINDER ->
                    survey.filter(asked -> asked.state() instanceof Survey.State.Sent)
                            .ifPresent(asked -> remind(order, asked, timer.dueAt()));
            case LEASE, URGENT_LEASE, ACKNOWLEDGEMENT, PROMISE, FOLLOW_UP_MAIL, DELIVERY_NEWS ->
                    throw new IllegalStateException("is not of a survey");
        }
    }

    /** As survey-sender does: the caps are looked at by what notes that the contact is asked. */
    private void ask(OrderSurveys order, Survey survey, Instant now) {
        Optional<ContactId> contact = contactOf(order.order(programme));
        Decision decision = decisions.whenDue(order, survey, contact.map(Contact::unknown), now);
        switch (decision) {
            case Decision.Send _ -> send(order, survey, contact.orElseThrow(), now);
            case Decision.Postpone postpone ->
                    write(order, order.with(survey.dueAt(postpone.dueAt())));
            case Decision.Skip skip -> skip(order, survey, skip.reason(), now);
            case Decision.Cancel cancel -> skip(order, survey, cancel.reason(), now);
            case Decision.Plan plan -> throw new IllegalStateException("plans " + plan.reason());
            case Decision.Switch change ->
                    throw new IllegalStateException("switches " + change.reason());
        }
    }

    private void send(OrderSurveys order, Survey survey, ContactId id, Instant now) {
        Contact contact = contact(id);
        if (contact.isCapped(survey.touchpoint(), now, programme)) {
            skip(order, survey, Reason.CAPPED, now);
            return;
        }
        contacts.put(id, asked(contact, survey.touchpoint(), now));
        write(order, order.with(survey.in(new Survey.State.Sent(now, ""))));
        remindAt(survey.id(), now.plus(programme.requirePlan(survey.touchpoint()).reminderAfter()));
        sent.merge(survey.touchpoint(), 1L, Long::sum);
        people.add(id);
        surveys.merge(day(now), 1L, Long::sum);
    }

    private static Contact asked(Contact contact, Touchpoint touchpoint, Instant now) {
        Map<Touchpoint, Instant> askedAbout = new EnumMap<>(Touchpoint.class);
        askedAbout.putAll(contact.askedAbout());
        askedAbout.put(touchpoint, now);
        return new Contact(contact.id(), contact.suppression(), Optional.of(now), askedAbout);
    }

    private void remind(OrderSurveys order, Survey survey, Instant now) {
        Order facts = order.order(programme);
        if (!decisions.stillFits(order, survey.touchpoint()) || contactOf(facts).isEmpty()) {
            return;
        }
        Instant open = programme.sendingHours().next(now, facts.customer().zone());
        if (open.isAfter(now)) {
            remindAt(survey.id(), open);
        } else {
            reminders.merge(day(now), 1L, Long::sum);
        }
    }

    private void remindAt(SurveyId survey, Instant at) {
        timers.add(new Timer(TimerKind.REMINDER, survey.toString(), at));
    }

    private void skip(OrderSurveys order, Survey survey, Reason reason, Instant now) {
        write(order, order.with(survey.in(new Survey.State.Skipped(now, reason))));
    }

    /** As the table of surveys does: what is newly planned has a timer. */
    private void write(OrderSurveys before, OrderSurveys after) {
        for (Survey survey : after.surveys().values()) {
            boolean wasPlannedSo =
                    before.survey(survey.touchpoint())
                            .filter(Survey::isPlanned)
                            .filter(known -> known.dueAt().equals(survey.dueAt()))
                            .isPresent();
            if (survey.isPlanned() && !wasPlannedSo) {
                timers.add(new Timer(TimerKind.SURVEY, survey.id().toString(), survey.dueAt()));
            }
        }
        orders.put(after.facts().order(), after);
    }

    private Contact contact(ContactId id) {
        return contacts.getOrDefault(id, Contact.unknown(id));
    }

    private static Optional<ContactId> contactOf(Order order) {
        return order.customer().address().map(KEY::idOf);
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private Forecast forecast() {
        Map<Reason, Long> skipped = new EnumMap<>(Reason.class);
        for (OrderSurveys order : orders.values()) {
            if (order.surveys().isEmpty()) {
                Reason last = order.decisions().getLast().decision().reason();
                skipped.merge(last, 1L, Long::sum);
            }
            order.surveys().values().stream()
                    .map(Survey::state)
                    .filter(Survey.State.Skipped.class::isInstance)
                    .map(Survey.State.Skipped.class::cast)
                    .forEach(state -> skipped.merge(state.reason(), 1L, Long::sum));
        }
        return new Forecast(sent, people.size(), surveys, reminders, skipped);
    }
}

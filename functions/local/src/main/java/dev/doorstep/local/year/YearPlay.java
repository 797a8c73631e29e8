package dev.doorstep.local.year;

import static dev.doorstep.programme.Touchpoint.FOLLOW_UP;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.followups.CustomerSummary;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.Promise;
import dev.doorstep.followups.Promises;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.AttentionRule;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.Decision;
import dev.doorstep.surveys.Decisions;
import dev.doorstep.surveys.EventType;
import dev.doorstep.surveys.FollowUpDecisions;
import dev.doorstep.surveys.FollowUpEnd;
import dev.doorstep.surveys.Money;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.OrderEvent;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Reason;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.SurveyId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Plays a year in simulated time, as the functions would have lived through it: their decisions,
 * with tables and timers in memory, and customers and support who do as chance has it. A case that
 * is open at the end would be worked on in earnest by whoever reads its row, so a reply whose case
 * would not have ended by then does not come.
 */
final class YearPlay {
    private static final Comparator<Step> BY_TIME =
            Comparator.comparing(Step::at).thenComparingLong(Step::number);
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final Duration NEWS_DELAY = Duration.ofMinutes(5);
    private static final int SES_DIGITS = 60;

    private static final double ANSWERED = 0.29;
    private static final double ANSWERED_IN_TROUBLE = 0.38;
    private static final double TOLD_UNASKED = 0.006;
    private static final double AFTER_REMINDER = 0.3;
    private static final double BOUNCED = 0.008;
    private static final double REJECTED = 0.002;
    private static final double UNSUBSCRIBED = 0.008;
    private static final double THINKS_AGAIN = 0.04;
    private static final double NOT_PUT_RIGHT = 0.12;

    /** In points of NPS, when support did not do as it said. */
    private static final double OF_BROKEN_WORD = 4;

    private final Programme programme;
    private final Instant end;
    private final Chance chance;
    private final Decisions decisions;
    private final FollowUpDecisions followUpDecisions;
    private final AttentionRule attention;
    private final AddressBook contacts;
    private final Answering answering;
    private final SupportTeam team;
    private final Queue<Step> steps = new PriorityQueue<>(BY_TIME);
    private final Map<OrderId, MadeUpOrder> madeUp = new LinkedHashMap<>();
    private final Map<OrderId, OrderSurveys> orders = new LinkedHashMap<>();
    private final Map<SurveyId, Reply> replies = new LinkedHashMap<>();
    private final Map<SurveyId, FollowUp> cases = new LinkedHashMap<>();
    private long planned;

    /**
     * @param end what would happen from here on does not
     */
    YearPlay(Programme programme, Instant end, Chance chance) {
        this.programme = requireNonNull(programme, "programme is null");
        this.end = requireNonNull(end, "end is null");
        this.chance = requireNonNull(chance, "chance is null");
        this.decisions = new Decisions(programme);
        this.followUpDecisions = new FollowUpDecisions(programme);
        this.attention = new AttentionRule(programme.support());
        this.contacts = new AddressBook(programme);
        this.answering = new Answering(programme, new Comments(), chance);
        this.team = new SupportTeam(programme.support(), chance);
    }

    void add(MadeUpOrder order) {
        madeUp.put(order.told().getFirst().event().order(), order);
        order.told().forEach(told -> at(told.at(), () -> receive(told.event(), told.at())));
    }

    void play() {
        for (Step next = steps.poll(); next != null; next = steps.poll()) {
            next.what().run();
        }
    }

    Collection<OrderSurveys> orders() {
        return orders.values();
    }

    Collection<Reply> replies() {
        return replies.values();
    }

    Collection<FollowUp> cases() {
        return cases.values();
    }

    private void at(Instant moment, Runnable what) {
        if (moment.isBefore(end)) {
            steps.add(new Step(moment, planned++, what));
        }
    }

    /** As order-events does. */
    private void receive(OrderEvent event, Instant now) {
        if (event.type() == EventType.LOST && !isCaredFor(event, now)) {
            return;
        }
        OrderSurveys before =
                orders.getOrDefault(event.order(), OrderSurveys.unknown(event.order()));
        Order order = Order.of(before.facts().with(event), programme);
        write(before, decisions.onEvent(event, before, contacts.of(order), now).order());
        if (event.type() == EventType.DELIVERED && chance.in(TOLD_UNASKED)) {
            SurveyId survey = new SurveyId(event.order(), Touchpoint.DELIVERY);
            Instant at = answering.heardAt(now.plus(chance.about(Duration.ofHours(2), 0.5)));
            at(at, () -> tellUnasked(survey, at));
        }
    }

    /** As promise-watch does when it has told a customer that their parcel is lost. */
    private boolean isCaredFor(OrderEvent event, Instant now) {
        Instant openedAt = now.plus(NEWS_DELAY);
        SurveyId id = new SurveyId(event.order(), Touchpoint.DELIVERY);
        Order order = order(id);
        Attention need =
                attention.unasked(
                        true,
                        order.value().map(Money::amount),
                        order.value().map(Money::currency),
                        openedAt);
        FollowUp opened =
                FollowUp.openUnasked(
                        id,
                        programme.requirePlan(Touchpoint.DELIVERY).metric(),
                        need,
                        promise(need, openedAt),
                        customer(order, Optional.empty()),
                        "The parcel was reported lost.",
                        openedAt);
        return isWritten(team.lookAfter(opened, about(id), order));
    }

    /** As timekeeper and survey-sender do, within a minute. */
    private void comeDue(SurveyId id, Instant dueAt) {
        Instant now = dueAt.plusSeconds(chance.below(60));
        OrderSurveys order = surveys(id);
        order.survey(id.touchpoint())
                .filter(Survey::isPlanned)
                .filter(survey -> !dueAt.isBefore(survey.dueAt()))
                .filter(_ -> now.isBefore(end))
                .ifPresent(survey -> decide(order, survey, now));
    }

    private void decide(OrderSurveys order, Survey survey, Instant now) {
        Decision decision = whenDue(order, survey, now);
        Survey decided = survey.decided(now, decision);
        switch (decision) {
            case Decision.Send _ -> send(order, decided, now);
            case Decision.Postpone postpone -> write(order, decided.dueAt(postpone.dueAt()));
            case Decision.Skip skip -> skip(order, decided, skip.reason(), now);
            case Decision.Cancel cancel -> skip(order, decided, cancel.reason(), now);
            case Decision.Plan plan -> throw new IllegalStateException("plans " + plan.reason());
            case Decision.Switch change ->
                    throw new IllegalStateException("switches " + change.reason());
        }
    }

    private Decision whenDue(OrderSurveys order, Survey survey, Instant now) {
        Order facts = order.order(programme);
        return survey.followUp()
                .map(
                        id ->
                                followUpDecisions.whenDue(
                                        order, survey, end(id), contacts.of(facts), now))
                .orElseGet(() -> decisions.whenDue(order, survey, contacts.of(facts), now));
    }

    private Optional<FollowUpEnd> end(SurveyId followUp) {
        return Optional.ofNullable(cases.get(followUp)).flatMap(FollowUp::end);
    }

    private void send(OrderSurveys order, Survey survey, Instant now) {
        ContactId id = AddressBook.idOf(order.order(programme).customer().address().orElseThrow());
        if (!contacts.ask(id, survey.touchpoint(), now)) {
            withdraw(
                    order,
                    survey,
                    contacts.find(id).isSuppressed() ? Reason.SUPPRESSED : Reason.CAPPED,
                    now);
        } else if (chance.in(REJECTED)) {
            contacts.suppress(id, SuppressionReason.REJECTED);
            withdraw(order, survey, Reason.REJECTED_ADDRESS, now);
        } else {
            sent(order, survey, id, now);
        }
    }

    private void withdraw(OrderSurveys order, Survey survey, Reason reason, Instant now) {
        skip(order, survey.decided(now, new Decision.Skip(reason)), reason, now);
    }

    private void skip(OrderSurveys order, Survey survey, Reason reason, Instant now) {
        write(order, survey.in(new Survey.State.Skipped(now, reason)));
    }

    private void sent(OrderSurveys order, Survey survey, ContactId contact, Instant now) {
        Instant bouncedAt = now.plusSeconds(chance.between(5, 60));
        if (chance.in(BOUNCED) && bouncedAt.isBefore(end)) {
            contacts.suppress(contact, SuppressionReason.BOUNCED);
            write(order, survey.in(new Survey.State.Bounced(now, bouncedAt)));
            return;
        }
        write(order, survey.in(new Survey.State.Sent(now, chance.digits(SES_DIGITS))));
        if (chance.in(answered(survey.id()))) {
            Instant at = answeredAt(now, order.order(programme).customer().zone());
            at(at, () -> answer(survey, at));
        } else if (chance.in(UNSUBSCRIBED)) {
            contacts.suppress(contact, SuppressionReason.UNSUBSCRIBED);
        }
    }

    private double answered(SurveyId id) {
        return id.touchpoint() == FOLLOW_UP || about(id).trouble() != Trouble.NONE
                ? ANSWERED_IN_TROUBLE
                : ANSWERED;
    }

    /** Soon after the mail or its reminder, and not at night. */
    private Instant answeredAt(Instant sentAt, ZoneId zone) {
        Instant from =
                chance.in(AFTER_REMINDER)
                        ? sentAt.plus(programme.requirePlan(Touchpoint.DELIVERY).reminderAfter())
                        : sentAt;
        ZonedDateTime at = from.plus(chance.about(Duration.ofHours(4), 1.2)).atZone(zone);
        boolean isNight = at.toLocalTime().isBefore(LocalTime.of(6, 30));
        return (isNight ? at.plusHours(7) : at).toInstant();
    }

    private void answer(Survey survey, Instant now) {
        Optional<Instant> busyUntil =
                Optional.ofNullable(cases.get(survey.id()))
                        .map(SupportTeam::last)
                        .filter(now::isBefore)
                        .map(last -> last.plus(Duration.ofHours(1)));
        if (busyUntil.isPresent()) {
            at(busyUntil.get(), () -> answer(survey, busyUntil.get()));
        } else {
            hear(answering.answer(survey, order(survey.id()), about(survey.id()), now));
        }
    }

    /** Who calls before they are asked is not asked any more. */
    private void tellUnasked(SurveyId id, Instant now) {
        surveys(id)
                .survey(id.touchpoint())
                .filter(Survey::isPlanned)
                .filter(_ -> !cases.containsKey(id))
                .filter(survey -> hear(List.of(spoken(survey, now))))
                .ifPresent(survey -> write(surveys(id), survey.answered(now)));
    }

    private Reply spoken(Survey survey, Instant now) {
        return answering.spoken(survey, order(survey.id()), about(survey.id()), now);
    }

    /** Whether the versions of this reply, and all that follows from them, are within the year. */
    private boolean hear(List<Reply> versions) {
        Reply last = versions.getLast();
        if (!last.changedAt().isBefore(end)) {
            return false;
        }
        Optional<FollowUp> followUp = followed(versions);
        if (followUp.filter(FollowUp::isLive).isPresent()) {
            return thinksAgain(last)
                    ? isCalmed(followUp.get(), last)
                    : isLookedAfter(followUp.get(), last);
        }
        return followUp.map(this::isWritten).orElse(true) && isKept(last);
    }

    private boolean thinksAgain(Reply reply) {
        return reply.channel() == Channel.PAGE
                && reply.survey().touchpoint() != FOLLOW_UP
                && chance.in(THINKS_AGAIN);
    }

    private boolean isCalmed(FollowUp followUp, Reply last) {
        Instant at = last.changedAt().plusSeconds(chance.between(60, 900));
        Reply calmed = answering.calmed(last, order(last.survey()), at);
        return at.plus(MOMENT).isBefore(end)
                && isWritten(follow(Optional.of(followUp), calmed).orElseThrow())
                && isKept(calmed);
    }

    private boolean isLookedAfter(FollowUp followUp, Reply last) {
        FollowUp done = team.lookAfter(followUp, about(followUp.id()), order(followUp.id()));
        return isWritten(done) && isKept(last);
    }

    private boolean isKept(Reply reply) {
        replies.put(reply.survey(), reply);
        return true;
    }

    /** As escalator does with one version after the other. */
    private Optional<FollowUp> followed(List<Reply> versions) {
        Optional<FollowUp> followUp = Optional.ofNullable(cases.get(caseOf(versions.getFirst())));
        for (Reply version : versions) {
            followUp = follow(followUp, version);
        }
        return followUp;
    }

    private SurveyId caseOf(Reply reply) {
        return surveys(reply.survey())
                .survey(reply.survey().touchpoint())
                .flatMap(Survey::followUp)
                .orElse(reply.survey());
    }

    private Optional<FollowUp> follow(Optional<FollowUp> before, Reply reply) {
        boolean isVerdict = reply.survey().touchpoint() == FOLLOW_UP;
        boolean concerns =
                reply.counts()
                        && (reply.attention().isPresent() || reply.version() > 1 || isVerdict);
        if (!concerns) {
            return before;
        }
        Instant now = reply.changedAt().plus(MOMENT);
        return before.isPresent()
                ? before.map(known -> followed(known, reply, isVerdict, now))
                : reply.attention().map(need -> opened(reply, need, now));
    }

    private FollowUp followed(FollowUp known, Reply reply, boolean isVerdict, Instant now) {
        Promise promise =
                reply.lastNeed().map(need -> promise(need, now)).orElse(known.ledger().last());
        return (isVerdict
                        ? known.judged(reply, promise, now)
                        : known.replyChanged(reply, promise, now))
                .orElse(known);
    }

    private FollowUp opened(Reply reply, Attention need, Instant now) {
        CustomerSummary customer = customer(order(reply.survey()), Optional.of(reply));
        return FollowUp.open(reply, need, promise(need, now), customer, now);
    }

    private CustomerSummary customer(Order order, Optional<Reply> reply) {
        return CustomerSummary.of(
                order, reply.flatMap(Reply::locale), address -> AddressBook.idOf(address).value());
    }

    private Promise promise(Attention need, Instant now) {
        return Promises.promise(need, programme.support(), now);
    }

    /** Not if it is not at its end when the year is. */
    private boolean isWritten(FollowUp followUp) {
        Instant last = SupportTeam.last(followUp);
        if (followUp.isLive() || !last.plus(MOMENT).isBefore(end)) {
            return false;
        }
        cases.put(followUp.id(), followUp);
        followUp.end()
                .ifPresent(done -> at(last.plus(MOMENT), () -> resolved(done, last.plus(MOMENT))));
        return true;
    }

    /** As order-events does: did we put it right? */
    private void resolved(FollowUpEnd done, Instant now) {
        OrderSurveys before = surveys(done.followUp());
        OrderSurveys after =
                followUpDecisions
                        .onResolved(before, done, contacts.of(before.order(programme)), now)
                        .order();
        if (!after.equals(before)) {
            write(before, after);
        }
    }

    private void write(OrderSurveys order, Survey survey) {
        write(order, order.with(survey));
    }

    /** As the table of surveys does: what is newly planned has a timer. */
    private void write(OrderSurveys before, OrderSurveys after) {
        OrderId id = after.facts().order();
        orders.put(
                id,
                new OrderSurveys(
                        after.facts(), after.surveys(), after.decisions(), before.version() + 1));
        for (Survey survey : after.surveys().values()) {
            boolean wasPlannedSo =
                    before.survey(survey.touchpoint())
                            .filter(Survey::isPlanned)
                            .filter(known -> known.dueAt().equals(survey.dueAt()))
                            .isPresent();
            if (survey.isPlanned() && !wasPlannedSo) {
                at(survey.dueAt(), () -> comeDue(survey.id(), survey.dueAt()));
            }
        }
    }

    private OrderSurveys surveys(SurveyId id) {
        return Objects.requireNonNull(orders.get(id.order()), "order is unknown");
    }

    private Order order(SurveyId id) {
        return surveys(id).order(programme);
    }

    /** What the customer went through before they were asked, or had a case. */
    private Experience about(SurveyId id) {
        return id.touchpoint() == FOLLOW_UP
                ? ofSupport(surveys(id))
                : Objects.requireNonNull(madeUp.get(id.order()), "order is unknown")
                        .about(id.touchpoint());
    }

    private Experience ofSupport(OrderSurveys order) {
        int broken =
                order.survey(FOLLOW_UP)
                        .flatMap(Survey::followUp)
                        .map(cases::get)
                        .map(followUp -> followUp.ledger().broken())
                        .orElse(0);
        boolean isPutRight = broken == 0 && !chance.in(NOT_PUT_RIGHT);
        return Experience.smooth(isPutRight ? 0 : OF_BROKEN_WORD);
    }

    /** Something that happens at a time; of the same time, what was planned first comes first. */
    private record Step(Instant at, long number, Runnable what) {}
}

package dev.doorstep.surveys;

import dev.doorstep.contacts.Contact;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.programme.TouchpointPlan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides, from what is known and the moment, what is asked. Pure: reads and writes nothing. */
public final class Decisions {
    private final Programme programme;

    public Decisions(Programme programme) {
        this.programme = programme;
    }

    /**
     * What an event means. The surveys that follow depend on the set of events that came, not on
     * their order or number; the decision says what this one changed.
     *
     * @param contact what is known of the address that the order then has; empty if it has none
     */
    public Outcome onEvent(
            OrderEvent event, OrderSurveys before, Optional<Contact> contact, Instant now) {
        Facts facts = before.facts().with(event);
        Target target = target(facts, before, contact, now);
        Decision decision = decision(event, before, target);
        List<DecisionRow> decisions = new ArrayList<>(before.decisions());
        decisions.add(DecisionRow.of(event, now, decision));
        return new Outcome(
                new OrderSurveys(
                        facts, surveys(facts, before, target, now), decisions, before.version()),
                decision);
    }

    /**
     * What to do with a planned survey that has come due: send, postpone, or skip.
     *
     * @param contact what is known of the order's address; empty if it has none
     */
    public Decision whenDue(
            OrderSurveys order, Survey survey, Optional<Contact> contact, Instant now) {
        Target target = target(order.facts(), order, contact, now);
        return switch (target) {
            case Target.None none -> new Decision.Skip(none.reason());
            case Target.Blocked blocked -> new Decision.Skip(blocked.reason());
            case Target.Planned planned -> whenDue(planned.ask(), order, survey, now);
        };
    }

    /** Whether what was asked about is still what the order's facts say should be. */
    public boolean stillFits(OrderSurveys order, Touchpoint touchpoint) {
        return !order.order(programme).optedOut()
                && Wish.of(order.facts(), programme) instanceof Wish.Ask ask
                && ask.touchpoint() == touchpoint
                && ask.happened();
    }

    /**
     * The survey that an answer which nobody was asked for belongs to: the one that is there, or
     * the one about a delivery that is still to come. Empty if the order cannot be asked about it.
     */
    public Optional<Survey> unasked(OrderSurveys order, Touchpoint touchpoint, Instant now) {
        return order.survey(touchpoint)
                .or(
                        () ->
                                programme
                                        .plan(touchpoint)
                                        .filter(_ -> touchpoint == Touchpoint.DELIVERY)
                                        .map(plan -> unplanned(order, touchpoint, plan, now)));
    }

    private static Survey unplanned(
            OrderSurveys order, Touchpoint touchpoint, TouchpointPlan plan, Instant now) {
        return new Survey(
                new SurveyId(order.facts().order(), touchpoint),
                plan.metric(),
                now,
                new Survey.State.Skipped(now, Reason.NOT_DELIVERED),
                Optional.empty(),
                Optional.empty());
    }

    /** What to do now about a survey that nothing is in the way of. */
    Decision whenDue(Wish.Ask ask, OrderSurveys order, Survey survey, Instant now) {
        if (ask.touchpoint() != survey.touchpoint()) {
            return new Decision.Skip(Reason.SWITCHED);
        }
        if (!ask.happened()) {
            return new Decision.Skip(ask.missing());
        }
        Instant open = programme.sendingHours().next(now, order.order(programme).customer().zone());
        return open.isAfter(now)
                ? new Decision.Postpone(survey.touchpoint(), open, Reason.QUIET_HOURS)
                : new Decision.Send(survey.touchpoint());
    }

    private Target target(
            Facts facts, OrderSurveys before, Optional<Contact> contact, Instant now) {
        return switch (Wish.of(facts, programme)) {
            case Wish.Nothing nothing -> new Target.None(nothing.reason());
            case Wish.Ask ask ->
                    isAskedInstead(before, ask.touchpoint())
                            ? new Target.Blocked(ask, Reason.ALREADY_ASKED)
                            : obstacle(ask, Order.of(facts, programme), contact, now)
                                    .<Target>map(reason -> new Target.Blocked(ask, reason))
                                    .orElse(new Target.Planned(ask));
        };
    }

    /** Why what is to be asked may not be. */
    Optional<Reason> obstacle(Wish.Ask ask, Order order, Optional<Contact> contact, Instant now) {
        if (order.optedOut()) {
            return Optional.of(Reason.OPTED_OUT);
        }
        if (contact.isEmpty()) {
            return Optional.of(Reason.NO_ADDRESS);
        }
        if (contact.get().isSuppressed()) {
            return Optional.of(Reason.SUPPRESSED);
        }
        if (ask.isTooLate(now, programme)) {
            return Optional.of(Reason.TOO_LATE);
        }
        Instant asked = ask.dueAt().isAfter(now) ? ask.dueAt() : now;
        return contact.get().isCapped(ask.touchpoint(), asked, programme)
                ? Optional.of(Reason.CAPPED)
                : Optional.empty();
    }

    private static Decision decision(OrderEvent event, OrderSurveys before, Target target) {
        return switch (target) {
            case Target.Blocked blocked -> new Decision.Skip(blocked.reason());
            case Target.None none -> withoutQuestion(event, before, none.reason());
            case Target.Planned planned -> withQuestion(before, planned.ask());
        };
    }

    private static Decision withoutQuestion(OrderEvent event, OrderSurveys before, Reason reason) {
        boolean calledOff = event.type() == EventType.CANCELLED || event.type() == EventType.LOST;
        if (calledOff && before.surveys().values().stream().anyMatch(Survey::isAsked)) {
            return new Decision.Skip(Reason.ALREADY_ASKED);
        }
        return calledOff ? new Decision.Cancel(reason) : new Decision.Skip(reason);
    }

    private static Decision withQuestion(OrderSurveys before, Wish.Ask ask) {
        Touchpoint to = ask.touchpoint();
        Optional<Survey> planned = before.survey(to).filter(Survey::isPlanned);
        if (planned.isPresent()) {
            return replanned(planned.get(), ask);
        }
        return before.surveys().values().stream()
                .filter(Survey::isPlanned)
                .filter(other -> other.touchpoint() != Touchpoint.FOLLOW_UP)
                .findFirst()
                .<Decision>map(
                        other ->
                                new Decision.Switch(
                                        other.touchpoint(), to, ask.dueAt(), ask.reason()))
                .orElse(new Decision.Plan(to, ask.dueAt(), ask.reason()));
    }

    private static Decision replanned(Survey planned, Wish.Ask ask) {
        int later = ask.dueAt().compareTo(planned.dueAt());
        if (later == 0) {
            return new Decision.Skip(Reason.OUTDATED);
        }
        return later > 0
                ? new Decision.Postpone(ask.touchpoint(), ask.dueAt(), ask.reason())
                : new Decision.Plan(ask.touchpoint(), ask.dueAt(), ask.reason());
    }

    private Map<Touchpoint, Survey> surveys(
            Facts facts, OrderSurveys before, Target target, Instant now) {
        Map<Touchpoint, Survey> after = new EnumMap<>(Touchpoint.class);
        after.putAll(before.surveys());
        for (Touchpoint touchpoint : touched(facts)) {
            if (!isAsked(before, touchpoint) && programme.plan(touchpoint).isPresent()) {
                after.put(touchpoint, survey(touchpoint, facts, before, target, now));
            }
        }
        return after;
    }

    private Survey survey(
            Touchpoint touchpoint, Facts facts, OrderSurveys before, Target target, Instant now) {
        Instant dueAt = dueAt(touchpoint, facts, target);
        Survey.State state = state(touchpoint, target, now);
        return before.survey(touchpoint)
                .map(known -> changed(known, dueAt, state))
                .orElseGet(
                        () ->
                                new Survey(
                                        new SurveyId(facts.order(), touchpoint),
                                        programme.requirePlan(touchpoint).metric(),
                                        dueAt,
                                        state,
                                        Optional.empty(),
                                        Optional.empty()));
    }

    /** A survey that was skipped for the same reason before stays as it is. */
    private static Survey changed(Survey known, Instant dueAt, Survey.State state) {
        boolean sameSkip =
                known.state() instanceof Survey.State.Skipped was
                        && state instanceof Survey.State.Skipped is
                        && was.reason() == is.reason();
        return known.dueAt(dueAt).in(sameSkip ? known.state() : state);
    }

    private static Survey.State state(Touchpoint touchpoint, Target target, Instant now) {
        return switch (target) {
            case Target.None none -> new Survey.State.Skipped(now, none.reason());
            case Target.Blocked blocked ->
                    new Survey.State.Skipped(
                            now,
                            blocked.ask().touchpoint() == touchpoint
                                    ? blocked.reason()
                                    : Reason.SWITCHED);
            case Target.Planned planned ->
                    planned.ask().touchpoint() == touchpoint
                            ? new Survey.State.Planned()
                            : new Survey.State.Skipped(now, Reason.SWITCHED);
        };
    }

    private Instant dueAt(Touchpoint touchpoint, Facts facts, Target target) {
        return target.wish()
                .filter(ask -> ask.touchpoint() == touchpoint)
                .map(Wish.Ask::dueAt)
                .orElseGet(() -> lastMoment(touchpoint, facts));
    }

    /** For a survey that is not wanted any more: when the customer would have been asked. */
    private Instant lastMoment(Touchpoint touchpoint, Facts facts) {
        return facts.inOrderOfTime().stream()
                .filter(event -> event.type().touchpoint().filter(touchpoint::equals).isPresent())
                .map(OrderEvent::time)
                .reduce((_, later) -> later)
                .orElseThrow()
                .plus(programme.requirePlan(touchpoint).delay());
    }

    private static boolean isAsked(OrderSurveys order, Touchpoint touchpoint) {
        return order.survey(touchpoint).filter(Survey::isAsked).isPresent();
    }

    /** Who was asked how the delivery went is not asked how its cancellation went, too. */
    private static boolean isAskedInstead(OrderSurveys order, Touchpoint touchpoint) {
        return isAsked(order, touchpoint)
                || (touchpoint == Touchpoint.CANCELLATION && isAsked(order, Touchpoint.DELIVERY));
    }

    private static Set<Touchpoint> touched(Facts facts) {
        Set<Touchpoint> touched = EnumSet.noneOf(Touchpoint.class);
        facts.types().forEach(type -> type.touchpoint().ifPresent(touched::add));
        return touched;
    }

    /** The order after an event, and what was decided for it. */
    public record Outcome(OrderSurveys order, Decision decision) {}

    /** What the facts wish, and whether it may be. */
    private sealed interface Target {

        default Optional<Wish.Ask> wish() {
            return switch (this) {
                case None _ -> Optional.empty();
                case Blocked blocked -> Optional.of(blocked.ask());
                case Planned planned -> Optional.of(planned.ask());
            };
        }

        record None(Reason reason) implements Target {}

        record Blocked(Wish.Ask ask, Reason reason) implements Target {}

        record Planned(Wish.Ask ask) implements Target {}
    }
}

package dev.doorstep.surveys;

import static dev.doorstep.programme.Touchpoint.FOLLOW_UP;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.Contact;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.TouchpointPlan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Decides whether a customer is asked if their follow-up put it right: once for an order, about the
 * case that was resolved last. Pure: reads and writes nothing.
 */
public final class FollowUpDecisions {
    private final Programme programme;
    private final Decisions decisions;

    public FollowUpDecisions(Programme programme) {
        this.programme = requireNonNull(programme, "programme is null");
        this.decisions = new Decisions(programme);
    }

    /**
     * What the end of a follow-up means. It may have been told before, and later ends may have been
     * told sooner: what follows does not depend on that, as the latest end decides.
     *
     * @param contact what is known of the order's address; empty if it has none
     * @return the order as it was, if that end changes nothing
     */
    public Decisions.Outcome onResolved(
            OrderSurveys before, FollowUpEnd end, Optional<Contact> contact, Instant now) {
        return programme
                .plan(FOLLOW_UP)
                .map(plan -> onResolved(plan, before, end, contact, now))
                .orElse(unchanged(before, Reason.NOT_ASKED));
    }

    /**
     * What to do with a planned survey that has come due: send, postpone, or skip.
     *
     * @param end of the case as it is now; empty if it is not resolved
     * @param contact what is known of the order's address; empty if it has none
     */
    public Decision whenDue(
            OrderSurveys order,
            Survey survey,
            Optional<FollowUpEnd> end,
            Optional<Contact> contact,
            Instant now) {
        if (end.isEmpty()) {
            return new Decision.Skip(Reason.REOPENED);
        }
        if (!end.get().helped()) {
            return new Decision.Skip(Reason.NOTHING_PUT_RIGHT);
        }
        Wish.Ask ask = ask(programme.requirePlan(FOLLOW_UP), end.get());
        if (ask.dueAt().isAfter(now)) {
            return new Decision.Postpone(FOLLOW_UP, ask.dueAt(), Reason.RESOLVED);
        }
        return decisions
                .obstacle(ask, order.order(programme), contact, now)
                .<Decision>map(Decision.Skip::new)
                .orElseGet(() -> decisions.whenDue(ask, order, survey, now));
    }

    /**
     * Whether what was asked about is still so.
     *
     * @param end of the case as it is now; empty if it is not resolved
     */
    public boolean stillFits(OrderSurveys order, Optional<FollowUpEnd> end) {
        return !order.order(programme).optedOut() && end.filter(FollowUpEnd::helped).isPresent();
    }

    private Decisions.Outcome onResolved(
            TouchpointPlan plan,
            OrderSurveys before,
            FollowUpEnd end,
            Optional<Contact> contact,
            Instant now) {
        Optional<Survey> known = before.survey(FOLLOW_UP);
        Wish.Ask ask = ask(plan, end);
        if (known.filter(Survey::isAsked).isPresent()) {
            return unchanged(before, Reason.ALREADY_ASKED);
        }
        if (known.filter(survey -> !survey.dueAt().isBefore(ask.dueAt())).isPresent()) {
            return unchanged(before, Reason.OUTDATED);
        }
        if (!end.helped()) { // one that is planned finds out when it comes due
            return unchanged(before, Reason.NOTHING_PUT_RIGHT);
        }
        Optional<Reason> obstacle = decisions.obstacle(ask, before.order(programme), contact, now);
        Decision decision =
                obstacle.<Decision>map(Decision.Skip::new).orElseGet(() -> planned(known, ask));
        Survey.State state =
                obstacle.<Survey.State>map(reason -> new Survey.State.Skipped(now, reason))
                        .orElseGet(Survey.State.Planned::new);
        Survey survey = Survey.aboutFollowUp(end.followUp(), plan.metric(), ask.dueAt(), state);
        return new Decisions.Outcome(before.with(survey), decision);
    }

    private static Decision planned(Optional<Survey> known, Wish.Ask ask) {
        return known.filter(Survey::isPlanned).isPresent()
                ? new Decision.Postpone(FOLLOW_UP, ask.dueAt(), ask.reason())
                : new Decision.Plan(FOLLOW_UP, ask.dueAt(), ask.reason());
    }

    private static Wish.Ask ask(TouchpointPlan plan, FollowUpEnd end) {
        Instant dueAt = end.at().plus(plan.delay()).truncatedTo(ChronoUnit.MILLIS);
        return new Wish.Ask(FOLLOW_UP, end.at(), dueAt, true, Reason.RESOLVED);
    }

    private static Decisions.Outcome unchanged(OrderSurveys before, Reason reason) {
        return new Decisions.Outcome(before, new Decision.Skip(reason));
    }
}

package dev.doorstep.supportdesk;

import dev.doorstep.followups.Agent;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpQueues;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.Promises;
import dev.doorstep.followups.Resolution;
import dev.doorstep.followups.RootCause;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.playbook.Suggestion;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.timers.Timers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What agents do with follow-ups. A claim is a lease that each action of its owner extends; only
 * the owner acts.
 */
final class FollowUpDesk {
    private static final int ATTEMPTS = 5;
    private static final Duration FURTHEST_PROMISE = Duration.ofDays(30);

    private final FollowUps followUps;
    private final FollowUpQueues queues;
    private final Timers timers;
    private final Advice advice;
    private final Duration lease;
    private final Clock clock;

    FollowUpDesk(
            FollowUps followUps,
            FollowUpQueues queues,
            Timers timers,
            Advice advice,
            Duration lease,
            Clock clock) {
        this.followUps = followUps;
        this.queues = queues;
        this.timers = timers;
        this.advice = advice;
        this.lease = lease;
        this.clock = clock;
    }

    /** What became of an action. */
    sealed interface Result {

        record Done(FollowUp followUp) implements Result {}

        /** It was not done; the follow-up is as it was found. */
        record Refused(FollowUp followUp, String why) implements Result {}

        record Unknown() implements Result {}
    }

    Result claim(SurveyId id, Agent agent, Optional<Integer> ifVersion) {
        return change(id, ifVersion, Action.CLAIMED, (found, now) -> claim(found, agent, now));
    }

    /** Gives a case back: it is open for everyone again, and queued. */
    Result release(SurveyId id, Agent agent, Optional<Integer> ifVersion, Optional<String> note) {
        Result result =
                change(
                        id,
                        ifVersion,
                        Action.RELEASED,
                        owned(agent, (found, now) -> found.released(agent, now, note)));
        if (result instanceof Result.Done done) {
            queues.send(done.followUp().severity(), id);
        }
        return result;
    }

    Result contacted(
            SurveyId id,
            Agent agent,
            Optional<Integer> ifVersion,
            ContactChannel channel,
            String said) {
        return change(
                id,
                ifVersion,
                Action.CONTACTED,
                owned(agent, (found, now) -> found.contacted(agent, now, lease, channel, said)));
    }

    /** Writes a mail to the customer. It goes out within a minute or so, even if this call dies. */
    Result write(SurveyId id, Agent agent, Optional<Integer> ifVersion, String text) {
        return change(
                id,
                ifVersion,
                Action.WRITTEN,
                ownedAndReachable(
                        agent,
                        (found, now) -> new Result.Done(found.written(agent, now, lease, text))));
    }

    /**
     * Promises the customer another time.
     *
     * @param channel on which the customer was told; empty if a mail is to tell them
     */
    Result promise(
            SurveyId id,
            Agent agent,
            Optional<Integer> ifVersion,
            Instant by,
            Optional<ContactChannel> channel,
            String said) {
        BiFunction<FollowUp, Instant, Result> promised =
                (found, now) -> promised(found, agent, now, by, channel, said);
        return change(
                id,
                ifVersion,
                Action.PROMISED,
                channel.isPresent()
                        ? ownedOr(agent, promised)
                        : ownedAndReachable(agent, promised));
    }

    private Result promised(
            FollowUp found,
            Agent agent,
            Instant now,
            Instant by,
            Optional<ContactChannel> channel,
            String said) {
        if (!by.isAfter(now)) {
            return new Result.Refused(found, "That time has passed already.");
        }
        if (by.isAfter(now.plus(FURTHEST_PROMISE))) {
            return new Result.Refused(found, "That time is more than 30 days away.");
        }
        return new Result.Done(
                found.promised(agent, now, lease, Promises.agreed(by, now), channel, said));
    }

    Result note(SurveyId id, Agent agent, Optional<Integer> ifVersion, String text) {
        return change(
                id,
                ifVersion,
                Action.NOTED,
                owned(agent, (found, now) -> found.noted(agent, now, lease, text)));
    }

    Result resolve(
            SurveyId id,
            Agent agent,
            Optional<Integer> ifVersion,
            Outcome outcome,
            RootCause rootCause,
            List<String> done,
            Optional<String> note) {
        return change(
                id,
                ifVersion,
                Action.RESOLVED,
                ownedOr(
                        agent,
                        (found, now) ->
                                resolved(
                                        found,
                                        agent,
                                        new Resolution(outcome, rootCause, now),
                                        done,
                                        note)));
    }

    private Result resolved(
            FollowUp found, Agent agent, Resolution end, List<String> done, Optional<String> note) {
        if (!found.isDone(end.outcome())) {
            return new Result.Refused(
                    found,
                    "The customer was promised that someone will be in touch, and nobody has been"
                            + " yet.");
        }
        Optional<OrderSurveys> order = advice.order(found);
        Optional<Suggestion> suggestion = advice.of(found, order, advice.earlier(found));
        if (!advice.allows(found, order, suggestion, done)) {
            return new Result.Refused(
                    found, "The customer cannot have a voucher now: the playbook allows none.");
        }
        Resolution advised =
                new Resolution(
                        end.outcome(),
                        end.rootCause(),
                        end.at(),
                        Optional.of(advice.advised(suggestion, done)));
        return new Result.Done(found.resolved(agent, advised, note));
    }

    private Result change(
            SurveyId id,
            Optional<Integer> ifVersion,
            Action action,
            BiFunction<FollowUp, Instant, Result> work) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<FollowUp> before = followUps.find(id);
            if (before.isEmpty()) {
                return new Result.Unknown();
            }
            Result result = attempt(before.get(), ifVersion, work);
            if (!(result instanceof Result.Done done)) {
                return result;
            }
            if (followUps.change(before.get(), done.followUp(), timers)) {
                note(action, id);
                return done;
            }
        }
        throw new Unavailable("the follow-up is being written by others");
    }

    private Result attempt(
            FollowUp found,
            Optional<Integer> ifVersion,
            BiFunction<FollowUp, Instant, Result> work) {
        boolean isStale = ifVersion.filter(version -> version != found.version()).isPresent();
        return isStale
                ? new Result.Refused(found, "The follow-up has changed since it was read.")
                : work.apply(found, clock.instant());
    }

    private Result claim(FollowUp found, Agent agent, Instant now) {
        if (found.isClaimable(now)) {
            return new Result.Done(found.claimed(agent, now, lease));
        }
        return found.isOwnedBy(agent)
                ? new Result.Done(found.extended(agent, now, lease))
                : notYours(found);
    }

    private static BiFunction<FollowUp, Instant, Result> owned(
            Agent agent, BiFunction<FollowUp, Instant, FollowUp> work) {
        return ownedOr(agent, (found, now) -> new Result.Done(work.apply(found, now)));
    }

    private static BiFunction<FollowUp, Instant, Result> ownedOr(
            Agent agent, BiFunction<FollowUp, Instant, Result> work) {
        return (found, now) -> found.isOwnedBy(agent) ? work.apply(found, now) : notYours(found);
    }

    private static BiFunction<FollowUp, Instant, Result> ownedAndReachable(
            Agent agent, BiFunction<FollowUp, Instant, Result> work) {
        return ownedOr(
                agent,
                (found, now) ->
                        found.customer().customer().address().isPresent()
                                ? work.apply(found, now)
                                : new Result.Refused(found, "The customer has no mail address."));
    }

    private static Result notYours(FollowUp found) {
        return new Result.Refused(
                found,
                switch (found.state()) {
                    case OPEN -> "Nobody has the follow-up: claim it first.";
                    case CLAIMED -> "Someone else has the follow-up.";
                    case RESOLVED -> "The follow-up is resolved.";
                    case WITHDRAWN -> "The follow-up was withdrawn: the customer is happy now.";
                });
    }

    private static void note(Action action, SurveyId id) {
        Log.info("follow-up changed", Map.of("followUpId", id.toString(), "action", action.name()));
        Metrics.count(action.metric);
    }

    private enum Action {
        CLAIMED("FollowUpsClaimed"),
        RELEASED("FollowUpsReleased"),
        CONTACTED("FollowUpsContacted"),
        WRITTEN("FollowUpsContacted"),
        PROMISED("FollowUpsPromised"),
        NOTED("FollowUpsNoted"),
        RESOLVED("FollowUpsResolved");

        private final String metric;

        Action(String metric) {
            this.metric = metric;
        }
    }
}

package dev.doorstep.local.year;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.Advised;
import dev.doorstep.followups.Agent;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.Promise;
import dev.doorstep.followups.Promises;
import dev.doorstep.followups.Resolution;
import dev.doorstep.playbook.Action;
import dev.doorstep.playbook.Facts;
import dev.doorstep.playbook.OrderValue;
import dev.doorstep.playbook.Playbook;
import dev.doorstep.playbook.Suggestion;
import dev.doorstep.programme.Support;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.Order;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes up how support looks after cases: in its hours, mostly in time, each to its end. */
final class SupportTeam {
    static final List<Agent> AGENTS =
            List.of(
                    new Agent("agent-1", Optional.of("Robin")),
                    new Agent("agent-2", Optional.of("Kim")),
                    new Agent("agent-3", Optional.of("Alex")));

    private static final double MOVED = 0.08;
    private static final double NOTHING_NEEDED = 0.05;
    private static final double UNREACHABLE = 0.06;
    private static final double TOLD_AS_SUGGESTED = 0.7;

    /** Of the time that was promised, for half of the cases. */
    private static final double TYPICAL = 0.32;

    private static final double SPREAD = 0.75;
    private static final List<ContactChannel> CHANNELS =
            List.of(
                    ContactChannel.PHONE,
                    ContactChannel.PHONE,
                    ContactChannel.MAIL,
                    ContactChannel.MAIL,
                    ContactChannel.CHAT);

    private final Support support;
    private final SupportHours hours;
    private final Playbook playbook = Playbook.load();
    private final Chance chance;

    SupportTeam(Support support, Chance chance) {
        this.support = requireNonNull(support, "support is null");
        this.hours = new SupportHours(support);
        this.chance = requireNonNull(chance, "chance is null");
    }

    /** The moment of the last thing that happened to a case. */
    static Instant last(FollowUp followUp) {
        return followUp.history().entries().getLast().at();
    }

    /** What becomes of a case that was just opened. */
    FollowUp lookAfter(FollowUp opened, Experience experience, Order order) {
        Agent agent = chance.of(AGENTS);
        FollowUp hinted = opened.withHint();
        FollowUp waiting = chance.in(MOVED) ? moved(hinted, agent) : hinted;
        Instant pickedAt = hours.after(last(waiting), untilPicked(opened.severity()));
        FollowUp picked = picked(watched(waiting, pickedAt), agent, pickedAt);
        if (chance.in(NOTHING_NEEDED)) {
            return ended(picked, agent, Outcome.NOTHING_NEEDED, experience, order);
        }
        return chance.in(UNREACHABLE)
                ? unreachable(picked, agent, experience, order)
                : reached(picked, agent, experience, order);
    }

    /** Who has it already goes on with it. */
    private FollowUp picked(FollowUp followUp, Agent agent, Instant at) {
        return followUp.isOwnedBy(agent) ? followUp : followUp.claimed(agent, at, support.lease());
    }

    private Duration untilPicked(Severity severity) {
        Duration promised =
                switch (severity) {
                    case NORMAL -> support.normalPromise();
                    case URGENT -> support.urgentPromise();
                };
        return chance.about(Duration.ofSeconds(Math.round(promised.toSeconds() * TYPICAL)), SPREAD);
    }

    /** An agent finds out that it takes longer, and tells the customer another time. */
    private FollowUp moved(FollowUp followUp, Agent agent) {
        Instant calledAt =
                hours.after(last(followUp), untilPicked(followUp.severity()).dividedBy(2));
        FollowUp claimed = picked(watched(followUp, calledAt), agent, calledAt);
        Instant toldAt = hours.after(calledAt, minutes(2, 10));
        Instant by = hours.after(toldAt, Duration.ofHours(chance.between(6, 14)));
        return watched(claimed, toldAt)
                .promised(
                        agent,
                        toldAt,
                        support.lease(),
                        Promises.agreed(by, toldAt),
                        Optional.of(ContactChannel.PHONE),
                        "I am asking the carrier and will call you again.");
    }

    private FollowUp unreachable(FollowUp picked, Agent agent, Experience experience, Order order) {
        Instant triedAt = hours.after(last(picked), minutes(5, 90));
        FollowUp tried =
                watched(picked, triedAt)
                        .noted(agent, triedAt, support.lease(), "Nobody answers the phone.");
        return ended(tried, agent, Outcome.UNREACHABLE, experience, order);
    }

    private FollowUp reached(FollowUp picked, Agent agent, Experience experience, Order order) {
        Instant reachedAt = hours.after(last(picked), minutes(3, 20));
        FollowUp watched = watched(picked, reachedAt);
        ContactChannel channel = picked.reply().contactWish().orElse(chance.of(CHANNELS));
        Outcome outcome = chance.of(experience.trouble().outcomes());
        FollowUp contacted =
                channel == ContactChannel.MAIL
                        ? watched.written(agent, reachedAt, support.lease(), said(outcome))
                        : watched.contacted(
                                agent, reachedAt, support.lease(), channel, said(outcome));
        return ended(contacted, agent, outcome, experience, order);
    }

    private FollowUp ended(
            FollowUp followUp, Agent agent, Outcome outcome, Experience experience, Order order) {
        Instant at = hours.after(last(followUp), chance.about(Duration.ofMinutes(40), SPREAD));
        Resolution end =
                new Resolution(
                        outcome,
                        experience.trouble().rootCause(),
                        at,
                        Optional.of(advised(followUp, experience, order)));
        return watched(followUp, at).resolved(agent, end, Optional.empty());
    }

    /** What promise-watch does meanwhile. */
    private FollowUp watched(FollowUp before, Instant until) {
        FollowUp followUp = before;
        for (Optional<Promise> open = followUp.ledger().open();
                open.filter(promise -> promise.nextLook().isBefore(until)).isPresent();
                open = followUp.ledger().open()) {
            Promise promise = open.orElseThrow();
            followUp =
                    promise.warnedAt().isEmpty()
                            ? followUp.warned(later(promise.warnAt(), last(followUp)))
                            : broken(followUp, later(promise.by(), last(followUp)));
        }
        return followUp;
    }

    private FollowUp broken(FollowUp followUp, Instant at) {
        Promise next = Promises.again(followUp.ledger().broken() + 1, support, at);
        return followUp.broken(next, at).withHint();
    }

    private Advised advised(FollowUp followUp, Experience experience, Order order) {
        Optional<Suggestion> suggestion = playbook.suggest(facts(followUp, experience, order));
        List<String> suggested =
                suggestion.map(Suggestion::actions).orElse(List.of()).stream()
                        .map(Action::id)
                        .toList();
        List<String> done = suggested.stream().filter(_ -> chance.in(TOLD_AS_SUGGESTED)).toList();
        return new Advised(suggestion.map(Suggestion::ruleId).orElse(""), suggested, done);
    }

    private static Facts facts(FollowUp followUp, Experience experience, Order order) {
        return new Facts(
                followUp.id().touchpoint(),
                followUp.reply().metric(),
                answer(followUp.reply().answer()),
                followUp.reply().reasons(),
                order.value().map(value -> new OrderValue(value.amount(), value.currency())),
                experience.daysLate(),
                followUp.customer().customer().locale(),
                0,
                followUp.reply().contactWish().filter(ContactChannel.PHONE::equals).isPresent());
    }

    private static Facts.Answer answer(Answer answer) {
        return switch (answer) {
            case Answer.Score score -> new Facts.Answer.Score(score.value());
            case Answer.NotReceived _ -> new Facts.Answer.NotReceived();
            case Answer.Unscored _ -> new Facts.Answer.Unscored();
        };
    }

    private Duration minutes(int least, int most) {
        return Duration.ofMinutes(chance.between(least, most));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case APOLOGISED -> "We are sorry. The shipping cost is on us.";
            case EXPLAINED -> "I explained what happened and what we change.";
            case REFUNDED -> "The money is on its way back to you.";
            case REPLACED -> "A new one leaves our warehouse today.";
            case COMPENSATED -> "You get a voucher from us for the trouble.";
            case DELIVERED -> "The parcel was at a shop nearby and is with you now.";
            case UNREACHABLE, NOTHING_NEEDED -> "";
        };
    }
}

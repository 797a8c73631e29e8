package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.SurveyId;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One case for support. It bears the id of its survey. Each method that changes it gives the next
 * follow-up; {@link FollowUps} writes that only over the one that it came from.
 *
 * @param hinted whether a hint was queued since it was opened or last raised
 * @param version grows with each write, from 1
 */
public record FollowUp(
        SurveyId id,
        FollowUpState state,
        Severity severity,
        Instant openedAt,
        Instant promisedAt,
        ReplySummary reply,
        CustomerSummary customer,
        Optional<Claim> claim,
        Optional<Instant> contactedAt,
        Optional<Resolution> resolution,
        History history,
        boolean hinted,
        long version) {

    public FollowUp {
        requireNonNull(id, "id is null");
        requireNonNull(state, "state is null");
        requireNonNull(severity, "severity is null");
        openedAt = openedAt.truncatedTo(ChronoUnit.MILLIS);
        promisedAt = promisedAt.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(reply, "reply is null");
        requireNonNull(customer, "customer is null");
        requireNonNull(claim, "claim is null");
        requireNonNull(contactedAt, "contactedAt is null");
        requireNonNull(resolution, "resolution is null");
        requireNonNull(history, "history is null");
        if (claim.isPresent() != (state == FollowUpState.CLAIMED)) {
            throw new IllegalArgumentException("a claimed follow-up has a claim, and no other");
        }
        if (resolution.isPresent() != (state == FollowUpState.RESOLVED)) {
            throw new IllegalArgumentException("a resolved follow-up has an end, and no other");
        }
    }

    /** A new case for a reply that needs attention. */
    public static FollowUp open(
            Reply reply,
            Attention attention,
            Instant promisedAt,
            CustomerSummary customer,
            Instant now) {
        return new FollowUp(
                reply.survey(),
                FollowUpState.OPEN,
                attention.severity(),
                now,
                promisedAt,
                ReplySummary.of(reply),
                customer,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new History(
                        List.of(
                                new HistoryEntry(
                                        now,
                                        Optional.empty(),
                                        Happening.OPENED,
                                        Optional.empty()))),
                false,
                1);
    }

    /** Whether anyone may claim it: nobody has it, or its lease has lapsed. */
    public boolean isClaimable(Instant now) {
        return switch (state) {
            case OPEN -> true;
            case CLAIMED -> claim.stream().allMatch(c -> c.isLapsed(now));
            case RESOLVED, WITHDRAWN -> false;
        };
    }

    /** Whether this agent has it. A lapsed lease counts until another agent claims the case. */
    public boolean isOwnedBy(Agent agent) {
        return claim.stream().anyMatch(c -> c.owner().id().equals(agent.id()));
    }

    public FollowUp claimed(Agent agent, Instant now, Duration lease) {
        return edit().state(FollowUpState.CLAIMED)
                .lease(agent, now, lease)
                .happened(now, agent, Happening.CLAIMED, Optional.empty())
                .build();
    }

    /** The owner is at it: the lease starts again. */
    public FollowUp extended(Agent agent, Instant now, Duration lease) {
        return edit().lease(agent, now, lease).build();
    }

    public FollowUp released(Agent agent, Instant now, Optional<String> note) {
        return edit().state(FollowUpState.OPEN)
                .happened(now, agent, Happening.RELEASED, note)
                .build();
    }

    /** The first time that the customer was reached stays. */
    public FollowUp contacted(Agent agent, Instant now, Duration lease, Optional<String> note) {
        return edit().contactedAt(contactedAt.orElse(now))
                .lease(agent, now, lease)
                .happened(now, agent, Happening.CONTACTED, note)
                .build();
    }

    public FollowUp noted(Agent agent, Instant now, Duration lease, String note) {
        return edit().lease(agent, now, lease)
                .happened(now, agent, Happening.NOTED, Optional.of(note))
                .build();
    }

    public FollowUp resolved(Agent agent, Resolution end, Optional<String> note) {
        return edit().state(FollowUpState.RESOLVED)
                .resolution(end)
                .happened(end.at(), agent, Happening.RESOLVED, note)
                .build();
    }

    /** A hint for it is in the queue. */
    public FollowUp withHint() {
        return edit().hinted(true).build();
    }

    /**
     * What a later version of the reply makes of it: raised or opened again if the customer is
     * worse off, opened again if it was resolved before a letter that must be read was known,
     * withdrawn if they need nobody any more and nobody has it; else it is noted.
     *
     * @param promisedAt for the attention of this reply; not used if it needs none
     * @return empty if this version of the reply, or a later one, is known already
     */
    public Optional<FollowUp> replyChanged(Reply next, Instant promisedAt, Instant now) {
        if (next.version() <= reply.version()) {
            return Optional.empty();
        }
        FollowUpEdit edit = edit().reply(ReplySummary.of(next));
        return Optional.of(
                next.lastNeed()
                        .map(need -> stirred(edit, next, need, promisedAt, now))
                        .orElseGet(() -> calmed(edit, now)));
    }

    private FollowUp calmed(FollowUpEdit edit, Instant now) {
        return isClaimable(now)
                ? edit.state(FollowUpState.WITHDRAWN).happened(now, Happening.WITHDRAWN).build()
                : edit.happened(now, Happening.REPLY_CHANGED).build();
    }

    private FollowUp stirred(
            FollowUpEdit edit, Reply next, Attention need, Instant promise, Instant now) {
        if (needsReopening(next, need)) {
            return edit.state(FollowUpState.OPEN)
                    .severity(need.severity())
                    .promisedAt(promise)
                    .hinted(false)
                    .happened(now, Happening.REOPENED)
                    .build();
        }
        if (isClosed() || need.severity().compareTo(severity) <= 0) {
            return edit.happened(now, Happening.REPLY_CHANGED).build();
        }
        return edit.severity(need.severity())
                .promisedAt(promise.isBefore(promisedAt) ? promise : promisedAt)
                .hinted(false)
                .happened(now, Happening.RAISED)
                .build();
    }

    private boolean isClosed() {
        return state == FollowUpState.RESOLVED || state == FollowUpState.WITHDRAWN;
    }

    // what was resolved stays so unless the need arose anew: a comment added later is no new case
    private boolean needsReopening(Reply next, Attention need) {
        return state == FollowUpState.WITHDRAWN
                || resolution.stream().anyMatch(end -> need.since().isAfter(end.at()))
                || (isClosed() && bringsLetterToRead(next));
    }

    // a letter may have been on its way when the case was resolved: nobody has read it
    private boolean bringsLetterToRead(Reply next) {
        return next.letters().stream()
                .filter(letter -> letter.kind() == Letter.Kind.TO_READ)
                .anyMatch(letter -> !reply.letters().contains(letter));
    }

    /** How often it was opened, the first time counted. */
    public int timesOpened() {
        return 1
                + (int)
                        history.entries().stream()
                                .filter(entry -> entry.what() == Happening.REOPENED)
                                .count();
    }

    private FollowUpEdit edit() {
        return new FollowUpEdit(this);
    }
}

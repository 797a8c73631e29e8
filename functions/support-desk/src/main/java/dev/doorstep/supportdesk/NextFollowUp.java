package dev.doorstep.supportdesk;

import dev.doorstep.followups.Agent;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpQueues;
import dev.doorstep.followups.FollowUpState;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.SurveyId;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds a case for an agent: hints of the urgent queue first, then of the other; if there are none,
 * the table itself, so that a lost hint hides no case.
 */
final class NextFollowUp {
    private static final int MOST_HINTS = 20;
    private static final int AT_ONCE = 0;
    private static final int LONG_POLL_SECONDS = 1;
    private static final int PAGE = 50;

    private final FollowUps followUps;
    private final FollowUpQueues queues;
    private final FollowUpDesk desk;
    private final Clock clock;

    NextFollowUp(FollowUps followUps, FollowUpQueues queues, FollowUpDesk desk, Clock clock) {
        this.followUps = followUps;
        this.queues = queues;
        this.desk = desk;
        this.clock = clock;
    }

    Optional<FollowUp> take(Agent agent) {
        return fromQueue(Severity.URGENT, AT_ONCE, agent)
                .or(() -> fromQueue(Severity.NORMAL, LONG_POLL_SECONDS, agent))
                .or(() -> fromQueue(Severity.URGENT, AT_ONCE, agent))
                .or(() -> fromTable(FollowUpState.OPEN, agent))
                .or(() -> fromTable(FollowUpState.CLAIMED, agent));
    }

    private Optional<FollowUp> fromQueue(Severity severity, int seconds, Agent agent) {
        for (int i = 0; i < MOST_HINTS; i++) {
            Optional<FollowUpQueues.Hint> hint = queues.receive(severity, seconds);
            if (hint.isEmpty()) {
                return Optional.empty();
            }
            Optional<FollowUp> taken = take(hint.get(), agent);
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    /**
     * Taken or not, the hint is spent: whoever has the case instead has a lease, whose timer brings
     * the next hint. One that cannot be read is left to go to the dead-letter queue.
     */
    private Optional<FollowUp> take(FollowUpQueues.Hint hint, Agent agent) {
        try {
            Optional<FollowUp> taken = claim(hint.followUp(), agent);
            queues.delete(hint);
            return taken;
        } catch (Rejected | Unavailable e) {
            Log.failure("hint left", e, Map.of("severity", hint.severity().id()));
            return Optional.empty();
        }
    }

    private Optional<FollowUp> fromTable(FollowUpState state, Agent agent) {
        Instant now = clock.instant();
        List<FollowUp> found =
                followUps.list(state, Optional.empty(), PAGE).followUps().stream()
                        .filter(followUp -> followUp.isClaimable(now))
                        .toList();
        return found.stream().flatMap(f -> claim(f.id(), agent).stream()).findFirst();
    }

    /** The case, unless someone has it; what this agent has already is not the next one. */
    private Optional<FollowUp> claim(SurveyId id, Agent agent) {
        boolean isFree = followUps.find(id).filter(f -> f.isClaimable(clock.instant())).isPresent();
        return isFree
                        && desk.claim(id, agent, Optional.empty())
                                instanceof FollowUpDesk.Result.Done(FollowUp followUp)
                ? Optional.of(followUp)
                : Optional.empty();
    }
}

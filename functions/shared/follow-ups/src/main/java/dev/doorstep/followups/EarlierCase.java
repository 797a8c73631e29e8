package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.util.Optional;

/** What a list of a customer's cases shows of one. */
public record EarlierCase(
        SurveyId id, Instant openedAt, FollowUpState state, Optional<Outcome> outcome) {

    public EarlierCase {
        requireNonNull(id, "id is null");
        requireNonNull(openedAt, "openedAt is null");
        requireNonNull(state, "state is null");
        requireNonNull(outcome, "outcome is null");
    }
}

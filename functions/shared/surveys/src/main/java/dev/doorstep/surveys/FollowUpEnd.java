package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That a follow-up was resolved.
 *
 * @param followUp the case, by the id of the survey that led to it
 * @param helped whether something was done for the customer, who can say whether that was right
 */
public record FollowUpEnd(SurveyId followUp, Instant at, boolean helped) {

    public FollowUpEnd {
        requireNonNull(followUp, "followUp is null");
        requireNonNull(at, "at is null");
    }
}

package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.surveys.Surveys;

import java.util.List;

/**
 * Finds what stands beside a case: the story of its order, what may be done, and what was before.
 * Each panel that has nothing to show is left out.
 */
final class CasePanels {
    private final Surveys surveys;

    CasePanels(Surveys surveys) {
        this.surveys = requireNonNull(surveys, "surveys is null");
    }

    List<StoryLine> story(FollowUp followUp, Frame frame) {
        return StoryLine.all(followUp, surveys.find(followUp.id().order()), frame);
    }

    List<SuggestionView> suggestions(FollowUp followUp, Frame frame) {
        requireNonNull(followUp, "followUp is null");
        requireNonNull(frame, "frame is null");
        return List.of();
    }

    List<EarlierLine> earlier(FollowUp followUp, Frame frame) {
        requireNonNull(followUp, "followUp is null");
        requireNonNull(frame, "frame is null");
        return List.of();
    }
}

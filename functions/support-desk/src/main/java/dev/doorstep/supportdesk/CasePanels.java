package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.programme.Programme;
import dev.doorstep.surveys.Surveys;

import java.util.List;

/**
 * Finds what stands beside a case: the story of its order, what may be done, and what was before.
 * Each panel that has nothing to show is left out.
 */
final class CasePanels {
    private final Surveys surveys;
    private final Advice advice;
    private final Programme programme;

    CasePanels(Surveys surveys, Advice advice, Programme programme) {
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.advice = requireNonNull(advice, "advice is null");
        this.programme = requireNonNull(programme, "programme is null");
    }

    List<StoryLine> story(FollowUp followUp, Frame frame) {
        return StoryLine.all(followUp, surveys.find(followUp.id().order()), programme, frame);
    }

    List<SuggestionView> suggestions(FollowUp followUp, Frame frame) {
        return advice.of(followUp).map(s -> SuggestionView.of(s, frame)).stream().toList();
    }

    List<EarlierLine> earlier(FollowUp followUp, Frame frame) {
        return advice.earlier(followUp).stream().map(e -> EarlierLine.of(e, frame)).toList();
    }
}

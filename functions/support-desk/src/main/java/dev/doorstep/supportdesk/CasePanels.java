package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.EarlierCase;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.programme.Programme;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Surveys;

import java.util.List;
import java.util.Optional;

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

    /** What is shown beside a case. */
    record Panels(
            List<StoryLine> story, List<SuggestionView> suggestions, List<EarlierLine> earlier) {

        Panels {
            story = List.copyOf(story);
            suggestions = List.copyOf(suggestions);
            earlier = List.copyOf(earlier);
        }
    }

    Panels of(FollowUp followUp, Frame frame) {
        Optional<OrderSurveys> order = surveys.find(followUp.id().order());
        List<EarlierCase> earlier = advice.earlier(followUp);
        return new Panels(
                StoryLine.all(followUp, order, programme, frame),
                advice.of(followUp, order, earlier).stream()
                        .map(suggestion -> SuggestionView.of(suggestion, frame))
                        .toList(),
                earlier.stream().map(other -> EarlierLine.of(other, frame)).toList());
    }
}

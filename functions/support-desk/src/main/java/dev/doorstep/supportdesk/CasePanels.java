package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.EarlierCase;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.playbook.Suggestion;
import dev.doorstep.programme.Programme;
import dev.doorstep.surveys.OrderSurveys;

import java.util.List;
import java.util.Optional;

/**
 * Finds what stands beside a case: the story of its order, what may be done, and what was before.
 * Each panel that has nothing to show is left out.
 */
final class CasePanels {
    private final Advice advice;
    private final EarlierReplies replies;
    private final Programme programme;

    CasePanels(Advice advice, EarlierReplies replies, Programme programme) {
        this.advice = requireNonNull(advice, "advice is null");
        this.replies = requireNonNull(replies, "replies is null");
        this.programme = requireNonNull(programme, "programme is null");
    }

    /** What is shown beside a case. */
    record Panels(
            List<StoryLine> story, Optional<SuggestionView> suggestion, List<EarlierLine> earlier) {

        Panels {
            story = List.copyOf(story);
            requireNonNull(suggestion, "suggestion is null");
            earlier = List.copyOf(earlier);
        }
    }

    Panels of(FollowUp followUp, Frame frame) {
        Optional<OrderSurveys> order = advice.order(followUp);
        List<EarlierCase> earlier = advice.earlier(followUp);
        Optional<Suggestion> suggestion = advice.of(followUp, order, earlier);
        return new Panels(
                StoryLine.all(followUp, order, programme, frame),
                suggestion.map(
                        found ->
                                SuggestionView.of(
                                        found,
                                        advice.vouchersLeft(followUp, order, suggestion),
                                        frame)),
                EarlierLine.all(earlier, replies.of(followUp), frame));
    }
}

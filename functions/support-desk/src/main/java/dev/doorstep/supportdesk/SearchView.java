package dev.doorstep.supportdesk;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an order that somebody looked for.
 *
 * @param asked what was looked for, as it was typed
 * @param error what is wrong with it
 * @param surveys of the order; empty if it is not known
 */
public record SearchView(
        Frame frame,
        String asked,
        Optional<String> error,
        boolean isKnown,
        List<Line> surveys,
        Optional<String> notice) {

    static SearchView nothing(String asked, Optional<String> error, Frame frame) {
        return new SearchView(frame, asked, error, false, List.of(), Optional.empty());
    }

    /**
     * @param cases the follow-ups to the order's surveys
     */
    static SearchView of(
            OrderSurveys order,
            Map<Survey, Optional<FollowUp>> cases,
            Optional<String> notice,
            Frame frame) {
        List<Line> lines =
                cases.entrySet().stream()
                        .sorted(Comparator.comparing(found -> found.getKey().touchpoint()))
                        .map(found -> Line.of(found.getKey(), found.getValue(), frame))
                        .toList();
        String id = order.facts().order().value();
        return new SearchView(frame, id, Optional.empty(), true, lines, notice);
    }

    /**
     * One survey of the order.
     *
     * @param state how far it has come, or that of its case
     */
    public record Line(
            String touchpoint, String state, Optional<String> casePath, String recordPath) {

        static Line of(Survey survey, Optional<FollowUp> followUp, Frame frame) {
            return new Line(
                    frame.text("touchpoint." + survey.touchpoint().id()),
                    followUp.map(f -> frame.text("state." + f.state().id()))
                            .orElseGet(() -> frame.text("survey." + state(survey.state()))),
                    followUp.map(f -> DeskPaths.of(f.id())),
                    RecordView.path(survey.id()));
        }

        private static String state(Survey.State state) {
            return switch (state) {
                case Survey.State.Planned _ -> "planned";
                case Survey.State.Sending _ -> "sending";
                case Survey.State.Sent _ -> "sent";
                case Survey.State.Bounced _ -> "bounced";
                case Survey.State.Skipped _ -> "skipped";
                case Survey.State.Expired _ -> "expired";
            };
        }
    }
}

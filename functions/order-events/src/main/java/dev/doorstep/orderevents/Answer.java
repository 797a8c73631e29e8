package dev.doorstep.orderevents;

import dev.doorstep.lambda.Problem;
import dev.doorstep.surveys.Decision;
import dev.doorstep.surveys.DecisionRow;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the sender of an event is told. */
sealed interface Answer {

    int status();

    Map<String, Object> members();

    /** The event is written, and this is what was decided. */
    record Decided(DecisionRow row) implements Answer {

        @Override
        public int status() {
            return 200;
        }

        @Override
        public Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("status", status());
            members.put("source", row.source());
            members.put("id", row.eventId());
            members.put("decision", row.decision().kind());
            members.put("reason", row.decision().reason().id());
            members.putAll(what(row.decision()));
            return members;
        }

        private static Map<String, Object> what(Decision decision) {
            return switch (decision) {
                case Decision.Plan plan -> survey(plan.touchpoint().id(), plan.dueAt());
                case Decision.Postpone postpone ->
                        survey(postpone.touchpoint().id(), postpone.dueAt());
                case Decision.Switch change -> survey(change.touchpoint().id(), change.dueAt());
                case Decision.Cancel _, Decision.Skip _, Decision.Send _ -> Map.of();
            };
        }

        private static Map<String, Object> survey(String touchpoint, Instant dueAt) {
            Map<String, Object> survey = new LinkedHashMap<>();
            survey.put("touchpoint", touchpoint);
            survey.put("dueAt", dueAt.toString());
            return survey;
        }
    }

    /** The event was not taken, and this is why. */
    record Refused(@Nullable Object eventId, Problem problem) implements Answer {

        @Override
        public int status() {
            return problem.status();
        }

        @Override
        public Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>(problem.members());
            if (eventId instanceof String id) {
                members.put("id", id);
            }
            return members;
        }
    }
}

package dev.doorstep.supportdesk;

import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.Decision;
import dev.doorstep.surveys.DecisionRow;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.Surveys;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Why a customer was asked about an order or not, and what they answered. */
final class OrderLookup {
    private final Surveys surveys;
    private final Replies replies;

    OrderLookup(Surveys surveys, Replies replies) {
        this.surveys = surveys;
        this.replies = replies;
    }

    Optional<Map<String, Object>> find(OrderId id) {
        return surveys.find(id).map(order -> json(id, order));
    }

    private Map<String, Object> json(OrderId id, OrderSurveys order) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("orderId", id.value());
        json.put(
                "surveys",
                order.surveys().values().stream()
                        .sorted(Comparator.comparing(Survey::touchpoint))
                        .map(this::survey)
                        .toList());
        json.put("decisions", order.decisions().stream().map(OrderLookup::row).toList());
        return json;
    }

    private Map<String, Object> survey(Survey survey) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", survey.id().toString());
        json.put("touchpoint", survey.touchpoint().id());
        json.put("metric", survey.metric().name());
        json.put("dueAt", survey.dueAt().toString());
        survey.followUp().ifPresent(id -> json.put("followUp", id.toString()));
        Optional<Reply> reply = replies.find(survey.id());
        reply.filter(Reply::counts)
                .ifPresentOrElse(
                        answer -> putState(json, "answered", answer.recordedAt()),
                        () -> putState(json, survey.state()));
        survey.decided()
                .ifPresent(
                        decided ->
                                json.put(
                                        "decidedWhenDue",
                                        decision(decided.at(), decided.decision())));
        reply.ifPresent(found -> json.put("reply", reply(found)));
        return json;
    }

    private static void putState(Map<String, Object> json, Survey.State state) {
        switch (state) {
            case Survey.State.Planned _ -> json.put("state", "planned");
            case Survey.State.Sending sending -> putState(json, "sending", sending.since());
            case Survey.State.Sent sent -> putState(json, "sent", sent.at());
            case Survey.State.Bounced bounced -> putState(json, "bounced", bounced.at());
            case Survey.State.Expired expired -> putState(json, "expired", expired.at());
            case Survey.State.Skipped skipped -> {
                putState(json, "skipped", skipped.at());
                json.put("reason", skipped.reason().id());
            }
        }
    }

    private static void putState(Map<String, Object> json, String state, Instant since) {
        json.put("state", state);
        json.put("stateSince", since.toString());
    }

    private static Map<String, Object> row(DecisionRow row) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("source", row.source());
        event.put("id", row.eventId());
        event.put("type", row.eventType().id());
        event.put("time", row.eventTime().toString());
        Map<String, Object> json = decision(row.decidedAt(), row.decision());
        json.put("event", event);
        return json;
    }

    private static Map<String, Object> decision(Instant at, Decision decision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("decidedAt", at.toString());
        json.put("decision", decision.kind());
        json.put("reason", decision.reason().id());
        switch (decision) {
            case Decision.Plan plan -> {
                json.put("touchpoint", plan.touchpoint().id());
                json.put("dueAt", plan.dueAt().toString());
            }
            case Decision.Postpone postpone -> {
                json.put("touchpoint", postpone.touchpoint().id());
                json.put("dueAt", postpone.dueAt().toString());
            }
            case Decision.Switch change -> {
                json.put("from", change.from().id());
                json.put("touchpoint", change.touchpoint().id());
                json.put("dueAt", change.dueAt().toString());
            }
            case Decision.Send send -> json.put("touchpoint", send.touchpoint().id());
            case Decision.Cancel _, Decision.Skip _ -> {}
        }
        return json;
    }

    static Map<String, Object> reply(Reply reply) {
        Map<String, Object> json = new LinkedHashMap<>();
        FollowUpJson.putAnswer(json, reply.answer());
        json.put("channel", reply.channel().id());
        reply.recordedBy().ifPresent(by -> json.put("recordedBy", by));
        json.put("evidence", reply.evidence().id());
        json.put("counts", reply.counts());
        json.put("recordedAt", reply.recordedAt().toString());
        json.put("version", reply.version());
        return json;
    }
}

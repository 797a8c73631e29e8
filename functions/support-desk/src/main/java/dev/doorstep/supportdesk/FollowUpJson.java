package dev.doorstep.supportdesk;

import dev.doorstep.followups.Advised;
import dev.doorstep.followups.Agent;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.HistoryEntry;
import dev.doorstep.followups.Promise;
import dev.doorstep.followups.Recovery;
import dev.doorstep.followups.ReplySummary;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attachment;
import dev.doorstep.replies.Letter;
import dev.doorstep.surveys.Customer;

import java.util.LinkedHashMap;
import java.util.Map;

/** A follow-up as the desk shows it; what is not known is left out. */
final class FollowUpJson {
    private FollowUpJson() {}

    static Map<String, Object> of(FollowUp followUp) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", followUp.id().toString());
        json.put("state", followUp.state().id());
        json.put("severity", followUp.severity().id());
        json.put("promisedAt", followUp.promisedAt().toString());
        json.put(
                "promises",
                followUp.ledger().promises().stream().map(FollowUpJson::promise).toList());
        json.put("openedAt", followUp.openedAt().toString());
        followUp.claim()
                .ifPresent(
                        claim -> {
                            json.put("owner", agent(claim.owner()));
                            json.put("leaseUntil", claim.leaseUntil().toString());
                        });
        followUp.contactedAt().ifPresent(at -> json.put("contactedAt", at.toString()));
        followUp.resolution()
                .ifPresent(
                        end -> {
                            json.put("outcome", end.outcome().id());
                            json.put("rootCause", end.rootCause().id());
                            json.put("resolvedAt", end.at().toString());
                            end.advised().ifPresent(a -> json.put("playbook", advised(a)));
                        });
        json.put("reply", reply(followUp.reply()));
        followUp.verdict()
                .ifPresent(
                        verdict -> {
                            Map<String, Object> said = reply(verdict.reply());
                            said.put("at", verdict.at().toString());
                            json.put("verdict", said);
                        });
        followUp.recovery().ifPresent(recovery -> json.put("recovery", recovery(recovery)));
        json.put("customer", customer(followUp.customer().customer()));
        json.put("items", followUp.customer().items());
        json.put(
                "history", followUp.history().entries().stream().map(FollowUpJson::entry).toList());
        json.put("version", followUp.version());
        return json;
    }

    /** A score, or why there is none. */
    static void putAnswer(Map<String, Object> json, Answer answer) {
        switch (answer) {
            case Answer.Score score -> json.put("score", score.value());
            case Answer.NotReceived _ -> json.put("notReceived", true);
            case Answer.Unscored _ -> json.put("unscored", true);
        }
    }

    private static Map<String, Object> advised(Advised advised) {
        return Map.of(
                "rule", advised.rule(),
                "suggested", advised.suggested(),
                "done", advised.done());
    }

    private static Map<String, Object> promise(Promise promise) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("madeAt", promise.madeAt().toString());
        json.put("by", promise.by().toString());
        promise.warnedAt().ifPresent(at -> json.put("warnedAt", at.toString()));
        promise.end()
                .ifPresent(
                        end -> {
                            json.put("fate", end.fate().id());
                            json.put("endedAt", end.at().toString());
                        });
        return json;
    }

    private static Map<String, Object> reply(ReplySummary reply) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("metric", reply.metric().name());
        putAnswer(json, reply.answer());
        json.put("reasons", reply.reasons());
        reply.comment().ifPresent(comment -> json.put("comment", comment));
        reply.contactWish().ifPresent(wish -> json.put("contactWish", wish.id()));
        json.put("letters", reply.letters().stream().map(FollowUpJson::letter).toList());
        return json;
    }

    private static Map<String, Object> recovery(Recovery recovery) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("metric", recovery.metric().name());
        json.put("score", recovery.score());
        json.put("at", recovery.at().toString());
        return json;
    }

    private static Map<String, Object> letter(Letter letter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", letter.id());
        json.put("kind", letter.kind().id());
        json.put("receivedAt", letter.receivedAt().toString());
        json.put("text", letter.text());
        json.put(
                "photographs",
                letter.attachments().stream().map(FollowUpJson::photograph).toList());
        return json;
    }

    private static Map<String, Object> photograph(Attachment photograph) {
        return Map.of("type", photograph.type(), "size", photograph.size());
    }

    private static Map<String, Object> customer(Customer customer) {
        Map<String, Object> json = new LinkedHashMap<>();
        customer.name().ifPresent(name -> json.put("name", name));
        customer.address().ifPresent(address -> json.put("address", address));
        customer.phone().ifPresent(phone -> json.put("phone", phone));
        json.put("locale", customer.locale().toLanguageTag());
        json.put("timeZone", customer.zone().getId());
        return json;
    }

    private static Map<String, Object> entry(HistoryEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", entry.at().toString());
        entry.who().ifPresent(who -> json.put("who", agent(who)));
        json.put("what", entry.what().id());
        entry.channel().ifPresent(channel -> json.put("channel", channel.id()));
        entry.text().ifPresent(text -> json.put("text", text));
        entry.by().ifPresent(by -> json.put("by", by.toString()));
        return json;
    }

    private static Map<String, Object> agent(Agent agent) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", agent.id());
        agent.name().ifPresent(name -> json.put("name", name));
        return json;
    }
}

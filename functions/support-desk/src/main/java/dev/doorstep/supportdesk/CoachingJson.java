package dev.doorstep.supportdesk;

import dev.doorstep.figures.Middle;
import dev.doorstep.figures.Share;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.surveys.Customer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What coaching shows, as JSON: shares from 0 to 1, times in ISO 8601. */
final class CoachingJson {
    private CoachingJson() {}

    static Map<String, Object> of(Coaching.Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("from", report.from().toString());
        json.put("until", report.until().toString());
        json.put("team", figures(report.team()));
        report.median().ifPresent(median -> json.put("median", median(median)));
        json.put("agents", report.agents().stream().map(CoachingJson::agent).toList());
        json.put("lessons", report.lessons().stream().map(CoachingJson::lesson).toList());
        return json;
    }

    private static Map<String, Object> median(AgentsMedian median) {
        Map<String, Object> json = new LinkedHashMap<>();
        median.cases().ifPresent(cases -> json.put("cases", middle(cases)));
        median.kept().ifPresent(kept -> json.put("promisesKept", middle(kept)));
        median.recovered().ifPresent(recovered -> json.put("recovered", middle(recovered)));
        median.timeToContact().ifPresent(t -> json.put("timeToContact", middle(inIso8601(t))));
        return json;
    }

    private static Map<String, Object> agent(Coaching.OfAgent one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", one.agent().id());
        one.agent().name().ifPresent(name -> json.put("name", name));
        json.putAll(figures(one.figures()));
        return json;
    }

    private static Map<String, Object> figures(Figures figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cases", figures.cases());
        json.put("promisesKept", share(figures.kept()));
        json.put("recovered", share(figures.recovered()));
        figures.timeToContact()
                .ifPresent(middle -> json.put("timeToContact", middle(inIso8601(middle))));
        return json;
    }

    private static Map<String, Object> share(Share share) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("of", share.of());
        json.put("all", share.all());
        json.put("low", share.low());
        json.put("high", share.high());
        return json;
    }

    private static Middle<String> inIso8601(Middle<Duration> middle) {
        return middle.map(Duration::toString);
    }

    private static Map<String, Object> middle(Middle<?> middle) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("median", middle.median());
        json.put("of", middle.of());
        middle.range()
                .ifPresent(
                        range -> {
                            json.put("low", range.low());
                            json.put("high", range.high());
                        });
        return json;
    }

    /** Without who the customer is. */
    private static Map<String, Object> lesson(Lesson lesson) {
        FollowUp followUp = lesson.followUp();
        Customer customer = followUp.customer().customer();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", followUp.id().toString());
        json.put("teaches", lesson.inOrder().stream().map(Lesson.Kind::id).toList());
        json.put("picked", followUp.isPicked());
        FollowUpJson.putAnswer(json, followUp.reply().answer());
        followUp.reply().comment().ifPresent(c -> json.put("comment", Nameless.of(c, customer)));
        followUp.verdict()
                .flatMap(verdict -> verdict.reply().comment())
                .ifPresent(c -> json.put("thanks", Nameless.of(c, customer)));
        return json;
    }
}

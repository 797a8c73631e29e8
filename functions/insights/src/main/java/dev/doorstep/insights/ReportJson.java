package dev.doorstep.insights;

import dev.doorstep.figures.Change;
import dev.doorstep.figures.Driver;
import dev.doorstep.figures.Figure;
import dev.doorstep.figures.Friction;
import dev.doorstep.figures.Histogram;
import dev.doorstep.figures.Interval;
import dev.doorstep.figures.Middle;
import dev.doorstep.figures.Percentages;
import dev.doorstep.figures.Share;
import dev.doorstep.lambda.Ids;
import dev.doorstep.programme.Metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report as JSON, as {@code insights.openapi.json} describes it. */
final class ReportJson {
    private static final int DIGITS_OF_POINTS = 1;
    private static final int DIGITS_OF_SHARES = 3;
    private static final int DIGITS_OF_MEANS = 2;
    private static final int DIGITS_OF_Z = 2;

    private ReportJson() {}

    static Map<String, Object> of(Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("zone", report.zone().getId());
        putDays(json, report.request().days());
        json.put("touchpoint", report.request().touchpoint().id());
        json.put("metric", report.metric().name());
        putCounts(json, report.counts());
        json.put("histogram", histogram(report.counts().scores()));
        json.put("trend", trend(report.trend()));
        report.request().by().ifPresent(by -> json.put("by", segments(by, report.segments())));
        report.comparison().ifPresent(c -> json.put("comparison", comparison(c)));
        json.put("drivers", report.drivers().stream().map(ReportJson::driver).toList());
        json.put("friction", report.friction().stream().map(ReportJson::friction).toList());
        json.put("surveys", surveys(report.surveys()));
        json.put("care", care(report.care()));
        return json;
    }

    private static Map<String, Object> driver(Driver driver) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reason", driver.reason());
        json.put("replies", driver.with().replies());
        json.put("share", share(driver.share()));
        driver.with().mean().ifPresent(mean -> json.put("mean", rounded(mean, DIGITS_OF_MEANS)));
        driver.without()
                .mean()
                .ifPresent(mean -> json.put("meanWithout", rounded(mean, DIGITS_OF_MEANS)));
        driver.difference()
                .ifPresent(
                        difference ->
                                json.put(
                                        "difference",
                                        estimate(difference, driver.interval(), DIGITS_OF_MEANS)));
        return json;
    }

    private static Map<String, Object> friction(Report.FrictionPoint point) {
        Friction friction = point.friction();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("touchpoint", point.touchpoint().id());
        json.put("metric", friction.with().metric().name());
        json.put("reason", friction.reason());
        json.put("replies", friction.with().replies());
        json.put("share", share(friction.share()));
        json.put(
                "cost",
                estimate(friction.cost(), Optional.of(friction.interval()), DIGITS_OF_POINTS));
        json.put("clear", friction.isClear());
        return json;
    }

    private static Map<String, Object> surveys(Invitations surveys) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("delivered", surveys.delivered());
        json.put("bounced", surveys.bounced());
        json.put("answered", surveys.answered());
        surveys.responseRate().ifPresent(rate -> json.put("responseRate", share(rate)));
        json.put("skipped", surveys.skipped());
        return json;
    }

    private static Map<String, Object> care(Care care) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cases", care.cases());
        json.put("kept", care.kept().of());
        json.put("broken", care.broken());
        json.put("open", care.open());
        json.put("calledOff", care.calledOff());
        putShare(json, "keptShare", care.kept());
        care.firstContact().ifPresent(middle -> json.put("firstContact", middle(middle)));
        json.put("resolved", care.recovered().all());
        json.put("recovered", care.recovered().of());
        putShare(json, "recoveredShare", care.recovered());
        return json;
    }

    private static Map<String, Object> middle(Middle<Duration> middle) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("customers", middle.of());
        json.put("medianMinutes", middle.median().toMinutes());
        middle.range()
                .ifPresent(
                        range -> {
                            json.put("low", range.low().toMinutes());
                            json.put("high", range.high().toMinutes());
                        });
        return json;
    }

    private static void putShare(Map<String, Object> json, String name, Share share) {
        if (share.all() > 0) {
            json.put(name, share(share));
        }
    }

    private static Map<String, Object> share(Share share) {
        return estimate(share.value(), Optional.of(share.interval()), DIGITS_OF_SHARES);
    }

    private static Map<String, Object> estimate(
            double value, Optional<Interval> interval, int digits) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", rounded(value, digits));
        interval.ifPresent(
                between -> {
                    json.put("low", rounded(between.low(), digits));
                    json.put("high", rounded(between.high(), digits));
                });
        return json;
    }

    private static Map<String, Object> trend(Report.Trend trend) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", trend.isByWeek() ? "week" : "day");
        json.put("points", trend.points().stream().map(ReportJson::point).toList());
        return json;
    }

    private static Map<String, Object> point(Report.Point point) {
        Map<String, Object> json = new LinkedHashMap<>();
        putDays(json, point.days());
        putCounts(json, point.counts());
        return json;
    }

    private static Map<String, Object> segments(Dimension by, List<Report.Segment> segments) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dimension", by.id());
        json.put("values", segments.stream().map(ReportJson::segment).toList());
        return json;
    }

    private static Map<String, Object> segment(Report.Segment segment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", segment.value());
        putCounts(json, segment.counts());
        json.put("histogram", histogram(segment.counts().scores()));
        return json;
    }

    private static Map<String, Object> comparison(Report.Comparison comparison) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("with", comparison.with().id());
        putDays(json, comparison.days());
        putCounts(json, comparison.before());
        comparison.change().ifPresent(change -> json.put("change", change(change)));
        return json;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("difference", rounded(change.difference(), digits(change.after().metric())));
        json.put("z", rounded(change.z(), DIGITS_OF_Z));
        json.put("verdict", Ids.of(change.verdict()));
        return json;
    }

    private static void putDays(Map<String, Object> json, Days days) {
        json.put("from", days.first().toString());
        json.put("to", days.last().toString());
    }

    private static void putCounts(Map<String, Object> json, Counts counts) {
        json.put("replies", counts.scores().replies());
        json.put("suspects", counts.suspects());
        json.put("unscored", counts.unscored());
        json.put("notReceived", counts.notReceived());
        counts.figure().ifPresent(figure -> json.put("figure", figure(figure)));
    }

    private static Map<String, Object> figure(Figure figure) {
        return estimate(figure.value(), Optional.of(figure.interval()), digits(figure.metric()));
    }

    private static List<Map<String, Object>> histogram(Histogram histogram) {
        List<Long> counts = List.copyOf(histogram.counts().sequencedValues());
        Optional<List<Integer>> percentages = Percentages.of(counts);
        List<Map<String, Object>> bars = new ArrayList<>();
        for (int score : histogram.counts().keySet()) {
            Map<String, Object> bar = new LinkedHashMap<>();
            bar.put("score", score);
            bar.put("replies", counts.get(bars.size()));
            percentages.map(p -> p.get(bars.size())).ifPresent(p -> bar.put("percent", p));
            bars.add(bar);
        }
        return bars;
    }

    private static int digits(Metric metric) {
        return metric == Metric.NPS ? DIGITS_OF_POINTS : DIGITS_OF_SHARES;
    }

    /** Further digits would say more than is known. */
    private static BigDecimal rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }
}

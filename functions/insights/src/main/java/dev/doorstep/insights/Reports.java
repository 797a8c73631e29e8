package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.programme.TouchpointPlan;
import dev.doorstep.scores.DayCounts;
import dev.doorstep.scores.Scores;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes reports from what was counted: what one costs depends on its days, not on how many replies
 * are behind it. Safe for use by several threads.
 */
final class Reports {
    /** As many points as can be told apart. */
    private static final int MOST_DAYS_BY_DAY = 92;

    private final Scores scores;
    private final Programme programme;
    private final Clock clock;

    Reports(Scores scores, Programme programme, Clock clock) {
        this.scores = requireNonNull(scores, "scores is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** The day that is not over yet where the shop is. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(programme.zone()));
    }

    /**
     * @throws Rejected if the touchpoint is not asked about
     */
    Report make(ReportRequest request) {
        Metric metric = metric(programme, request.touchpoint());
        Map<LocalDate, Counts> byDay = byDay(metric, request, request.days());
        Counts all = sum(metric, byDay, request.days());
        return new Report(
                request,
                programme.zone(),
                metric,
                all,
                trend(metric, byDay, request.days()),
                request.by().map(by -> segments(metric, request, by)).orElse(List.of()),
                request.compare().map(with -> comparison(metric, request, with, all)));
    }

    /**
     * By which the touchpoint is asked about now.
     *
     * @throws Rejected if it is not asked about
     */
    static Metric metric(Programme programme, Touchpoint touchpoint) {
        return programme
                .plan(touchpoint)
                .map(TouchpointPlan::metric)
                .orElseThrow(() -> new Rejected("/touchpoint", "is not asked about"));
    }

    private Report.Comparison comparison(
            Metric metric, ReportRequest request, Compare with, Counts now) {
        Days days = with.to(request.days());
        Counts before = sum(metric, byDay(metric, request, days), days);
        return Report.Comparison.of(with, days, before, now);
    }

    private Map<LocalDate, Counts> byDay(Metric metric, ReportRequest request, Days days) {
        Map<LocalDate, Counts> byDay = new LinkedHashMap<>();
        for (DayCounts day : read(metric, request, Dimension.ALL, days)) {
            day.byValue()
                    .values()
                    .forEach(
                            counters ->
                                    byDay.merge(
                                            day.day(), Counts.of(metric, counters), Counts::plus));
        }
        return byDay;
    }

    private List<Report.Segment> segments(Metric metric, ReportRequest request, Dimension by) {
        Map<String, Counts> byValue = new LinkedHashMap<>();
        for (DayCounts day : read(metric, request, by, request.days())) {
            day.byValue()
                    .forEach(
                            (value, counters) ->
                                    byValue.merge(
                                            value, Counts.of(metric, counters), Counts::plus));
        }
        return byValue.entrySet().stream()
                .map(segment -> new Report.Segment(segment.getKey(), segment.getValue()))
                .sorted(
                        Comparator.comparingLong(
                                        (Report.Segment s) -> s.counts().scores().replies())
                                .reversed()
                                .thenComparing(Report.Segment::value))
                .toList();
    }

    private List<DayCounts> read(
            Metric metric, ReportRequest request, Dimension dimension, Days days) {
        return scores.read(
                ReplyTally.about(request.touchpoint(), metric),
                dimension.id(),
                days.first(),
                days.last());
    }

    private static Report.Trend trend(Metric metric, Map<LocalDate, Counts> byDay, Days days) {
        boolean isByWeek = days.length() > MOST_DAYS_BY_DAY;
        List<Days> steps = isByWeek ? days.byWeek() : days.byDay();
        return new Report.Trend(
                isByWeek,
                steps.stream()
                        .map(step -> new Report.Point(step, sum(metric, byDay, step)))
                        .toList());
    }

    private static Counts sum(Metric metric, Map<LocalDate, Counts> byDay, Days days) {
        return days.byDay().stream()
                .flatMap(day -> Optional.ofNullable(byDay.get(day.first())).stream())
                .reduce(Counts.none(metric), Counts::plus);
    }
}

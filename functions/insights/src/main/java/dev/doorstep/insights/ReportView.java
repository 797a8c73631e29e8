package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Percentages;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A report as people read it.
 *
 * @param metric of which the names of the texts know
 * @param change empty where nothing was compared
 * @param apart what is in no figure
 * @param trendBy {@code day} or {@code week}
 * @param by what segments are of, in words; empty where none were asked for
 */
public record ReportView(
        String days,
        String zone,
        String touchpoint,
        String metric,
        FigureView figure,
        CountView replies,
        Optional<ChangeView> change,
        List<CountView> histogram,
        List<CountView> apart,
        String trendBy,
        List<RowView> trend,
        String by,
        List<RowView> segments,
        FrictionView friction,
        List<DriverView> drivers,
        SurveysView surveys,
        CareView care) {

    public ReportView {
        requireNonNull(days, "days is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(touchpoint, "touchpoint is null");
        requireNonNull(metric, "metric is null");
        requireNonNull(figure, "figure is null");
        requireNonNull(replies, "replies is null");
        requireNonNull(change, "change is null");
        histogram = List.copyOf(histogram);
        apart = List.copyOf(apart);
        requireNonNull(trendBy, "trendBy is null");
        trend = List.copyOf(trend);
        requireNonNull(by, "by is null");
        segments = List.copyOf(segments);
        requireNonNull(friction, "friction is null");
        drivers = List.copyOf(drivers);
        requireNonNull(surveys, "surveys is null");
        requireNonNull(care, "care is null");
    }

    static ReportView of(Report report, Frame frame) {
        Touchpoint touchpoint = report.request().touchpoint();
        Links links = new Links(report.request().days());
        long replies = report.counts().scores().replies();
        return new ReportView(
                frame.days(report.request().days()),
                report.zone().getId(),
                frame.text("touchpoint." + touchpoint.id()),
                report.metric().name(),
                FigureView.of(report.counts().figure(), frame),
                CountView.of(frame.words().from(replies), replies, links.scored(touchpoint), frame),
                report.comparison().map(comparison -> ChangeView.of(comparison, touchpoint, frame)),
                histogram(report, links, frame),
                apart(report, links, frame),
                report.trend().isByWeek() ? "week" : "day",
                trend(report, frame),
                report.request().by().map(by -> frame.text("by." + by.id())).orElse(""),
                report.request().by().map(by -> segments(report, by, frame)).orElse(List.of()),
                FrictionView.of(report, frame),
                DriverView.of(report, frame),
                SurveysView.of(report, frame),
                CareView.of(report, frame));
    }

    private static List<CountView> histogram(Report report, Links links, Frame frame) {
        Metric metric = report.metric();
        Map<Integer, Long> scores = report.counts().scores().counts();
        List<Long> counts = List.copyOf(scores.values());
        Optional<List<Integer>> percentages = Percentages.of(counts);
        List<CountView> bars = new ArrayList<>();
        for (int score : scores.keySet()) {
            int place = bars.size();
            bars.add(
                    new CountView(
                            Integer.toString(score),
                            frame.numbers().count(counts.get(place)),
                            counts.get(place),
                            percentages
                                    .map(p -> frame.numbers().percent(p.get(place) / 100.0))
                                    .orElse(""),
                            kind(metric, score),
                            links.replies(report.request().touchpoint(), Integer.toString(score))));
        }
        return bars;
    }

    static String kind(Metric metric, int score) {
        if (metric.isDetractor(score)) {
            return "low";
        }
        return metric.isPromoter(score) ? "high" : "between";
    }

    private static List<CountView> apart(Report report, Links links, Frame frame) {
        return List.of(
                apart(ReplyTally.SUSPECT, report.counts().suspects(), report, links, frame),
                apart(ReplyTally.UNSCORED, report.counts().unscored(), report, links, frame),
                apart(
                        ReplyTally.NOT_RECEIVED,
                        report.counts().notReceived(),
                        report,
                        links,
                        frame));
    }

    private static CountView apart(
            String counter, long number, Report report, Links links, Frame frame) {
        return CountView.of(
                frame.text("counter." + counter),
                number,
                links.replies(report.request().touchpoint(), counter),
                frame);
    }

    private static List<RowView> trend(Report report, Frame frame) {
        return report.trend().points().stream()
                .map(
                        point ->
                                RowView.of(
                                        frame.days(point.days()),
                                        point.counts(),
                                        new Links(point.days())
                                                .scored(report.request().touchpoint()),
                                        frame))
                .toList();
    }

    private static List<RowView> segments(Report report, Dimension by, Frame frame) {
        Links links = new Links(report.request().days());
        return report.segments().stream()
                .map(
                        segment ->
                                RowView.of(
                                        frame.value(by.id(), segment.value()),
                                        segment.counts(),
                                        links.scored(
                                                report.request().touchpoint(), by, segment.value()),
                                        frame))
                .toList();
    }
}

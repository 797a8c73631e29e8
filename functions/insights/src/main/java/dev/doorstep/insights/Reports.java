package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Driver;
import dev.doorstep.figures.Friction;
import dev.doorstep.figures.Histogram;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.programme.TouchpointPlan;
import dev.doorstep.scores.DayCounts;
import dev.doorstep.scores.Scores;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes reports from what was counted: what one costs depends on its days, not on how many replies
 * are behind it. Safe for use by several threads.
 */
final class Reports {
    /** As many points as can be told apart. */
    private static final int MOST_DAYS_BY_DAY = 92;

    /** Few cases are open for longer, or opened again after more. */
    private static final int MOST_DAYS_UNTIL_A_BREAK = 60;

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
        plan(programme, request.touchpoint());
        return make(request, read(request.days()));
    }

    /** The same of each touchpoint that is asked about, in their order. */
    List<Report> makeAll(Days days, Compare compare) {
        Map<Touchpoint, Reading> readings = read(days);
        return readings.keySet().stream()
                .map(
                        touchpoint ->
                                new ReportRequest(
                                        touchpoint, days, Optional.empty(), Optional.of(compare)))
                .map(request -> make(request, readings))
                .toList();
    }

    /**
     * How many promises about a touchpoint broke in these days, of the cases that were opened in
     * their {@link #openings}; those of one case that broke on one day are one.
     */
    long brokenPromises(Touchpoint touchpoint, Days days) {
        Set<String> within =
                days.byDay().stream()
                        .map(day -> day.first().toString())
                        .collect(Collectors.toUnmodifiableSet());
        return read(CaseTally.about(touchpoint), CaseTally.BROKEN_ON, openings(days)).stream()
                .flatMap(day -> day.byValue().entrySet().stream())
                .filter(brokenOn -> within.contains(brokenOn.getKey()))
                .flatMap(brokenOn -> brokenOn.getValue().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The days in which cases were opened that are looked at for promises broken in these days. */
    static Days openings(Days days) {
        return new Days(days.first().minusDays(MOST_DAYS_UNTIL_A_BREAK), days.last());
    }

    private Report make(ReportRequest request, Map<Touchpoint, Reading> readings) {
        Reading reading = requireNonNull(readings.get(request.touchpoint()), "reading is null");
        CountedReplies replies = reading.replies();
        Days days = request.days();
        Histogram scores = reading.all().scores();
        return new Report(
                request,
                programme.zone(),
                replies.metric(),
                reading.all(),
                trend(reading, days),
                request.by().map(by -> segments(replies, by, days)).orElse(List.of()),
                request.compare().map(with -> comparison(replies, with, days, reading.all())),
                Driver.of(scores, reading.byReason()),
                friction(readings.values()),
                invitations(plan(programme, request.touchpoint()), replies, days),
                care(request.touchpoint(), days));
    }

    /** Of each touchpoint, in their order: what it costs is set beside what the others cost. */
    private Map<Touchpoint, Reading> read(Days days) {
        Map<Touchpoint, Reading> readings = new EnumMap<>(Touchpoint.class);
        programme
                .touchpoints()
                .forEach(
                        (touchpoint, plan) ->
                                readings.put(
                                        touchpoint,
                                        Reading.of(
                                                new CountedReplies(
                                                        scores, touchpoint, plan.metric()),
                                                days)));
        return readings;
    }

    /**
     * How the touchpoint is asked about now.
     *
     * @throws Rejected if it is not asked about
     */
    static TouchpointPlan plan(Programme programme, Touchpoint touchpoint) {
        return programme
                .plan(touchpoint)
                .orElseThrow(() -> new Rejected("/touchpoint", "is not asked about"));
    }

    private static Report.Comparison comparison(
            CountedReplies replies, Compare with, Days days, Counts now) {
        Days before = with.to(days);
        return Report.Comparison.of(with, before, replies.sum(replies.byDay(before), before), now);
    }

    private static List<Report.Segment> segments(CountedReplies replies, Dimension by, Days days) {
        return replies.byValue(by, days).entrySet().stream()
                .map(segment -> new Report.Segment(segment.getKey(), segment.getValue()))
                .sorted(
                        Comparator.comparingLong(
                                        (Report.Segment s) -> s.counts().scores().replies())
                                .reversed()
                                .thenComparing(Report.Segment::value))
                .toList();
    }

    /** Points of different metrics stand side by side: each is out of a hundred customers. */
    private static List<Report.FrictionPoint> friction(Collection<Reading> readings) {
        return readings.stream()
                .flatMap(reading -> friction(reading).stream())
                .sorted(
                        Comparator.comparingDouble(
                                        (Report.FrictionPoint point) -> point.friction().cost())
                                .reversed()
                                .thenComparing(Report.FrictionPoint::touchpoint)
                                .thenComparing(point -> point.friction().reason()))
                .toList();
    }

    private static List<Report.FrictionPoint> friction(Reading reading) {
        return Friction.of(reading.all().scores(), reading.byReason()).stream()
                .map(friction -> new Report.FrictionPoint(reading.replies().touchpoint(), friction))
                .toList();
    }

    /** A survey can be answered until it has expired. */
    private Invitations invitations(TouchpointPlan plan, CountedReplies replies, Days days) {
        long open = plan.expiresAfter().toDays() + 1;
        return Invitations.of(
                read(SurveyTally.about(replies.touchpoint()), Dimension.ALL.id(), days),
                replies.toSurveysOf(days, open));
    }

    private Care care(Touchpoint touchpoint, Days days) {
        String about = CaseTally.about(touchpoint);
        return Care.of(
                read(about, CaseTally.PROMISE, days),
                read(about, CaseTally.CONTACT, days),
                read(about, CaseTally.RECOVERY, days));
    }

    private List<DayCounts> read(String about, String dimension, Days days) {
        return scores.read(about, dimension, days.first(), days.last());
    }

    private static Report.Trend trend(Reading reading, Days days) {
        boolean isByWeek = days.length() > MOST_DAYS_BY_DAY;
        List<Days> steps = isByWeek ? days.byWeek() : days.byDay();
        return new Report.Trend(
                isByWeek,
                steps.stream()
                        .map(
                                step ->
                                        new Report.Point(
                                                step, reading.replies().sum(reading.byDay(), step)))
                        .toList());
    }

    /** What is read of one touchpoint, whatever is asked about it. */
    private record Reading(
            CountedReplies replies,
            Map<LocalDate, Counts> byDay,
            Counts all,
            Map<String, Histogram> byReason) {

        static Reading of(CountedReplies replies, Days days) {
            Map<String, Histogram> byReason = replies.byReason(days);
            Map<LocalDate, Counts> byDay = replies.byDay(days);
            Counts all = replies.sum(byDay, days);
            return new Reading(replies, byDay, all, within(byReason, all.scores()));
        }

        /** A score may have been changed between the two readings. */
        private static Map<String, Histogram> within(Map<String, Histogram> parts, Histogram all) {
            return parts.entrySet().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Map.Entry::getKey, part -> part.getValue().within(all)));
        }
    }
}

package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Change;
import dev.doorstep.figures.Driver;
import dev.doorstep.figures.Friction;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the replies about one touchpoint said in some days.
 *
 * @param zone in which the days are
 * @param segments for each value of what was asked {@code by}, the one with most replies first;
 *     empty where it was not asked
 * @param drivers what goes along with a low score, and with a high one
 * @param friction of all touchpoints that are asked about, what costs most first
 * @param surveys what became of those that were to be sent in these days
 * @param care how the cases went that were opened in these days
 */
record Report(
        ReportRequest request,
        ZoneId zone,
        Metric metric,
        Counts counts,
        Trend trend,
        List<Segment> segments,
        Optional<Comparison> comparison,
        List<Driver> drivers,
        List<FrictionPoint> friction,
        Invitations surveys,
        Care care) {

    Report {
        requireNonNull(request, "request is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(metric, "metric is null");
        requireNonNull(counts, "counts is null");
        requireNonNull(trend, "trend is null");
        segments = List.copyOf(segments);
        requireNonNull(comparison, "comparison is null");
        drivers = List.copyOf(drivers);
        friction = List.copyOf(friction);
        requireNonNull(surveys, "surveys is null");
        requireNonNull(care, "care is null");
    }

    /** What a reason costs at one touchpoint. */
    record FrictionPoint(Touchpoint touchpoint, Friction friction) {

        FrictionPoint {
            requireNonNull(touchpoint, "touchpoint is null");
            requireNonNull(friction, "friction is null");
        }
    }

    /** What the period was compared with, and what may be said of it. */
    record Comparison(Compare with, Days days, Counts before, Optional<Change> change) {

        Comparison {
            requireNonNull(with, "with is null");
            requireNonNull(days, "days is null");
            requireNonNull(before, "before is null");
            requireNonNull(change, "change is null");
        }

        static Comparison of(Compare with, Days days, Counts before, Counts now) {
            return new Comparison(
                    with,
                    days,
                    before,
                    before.figure().flatMap(b -> now.figure().map(n -> new Change(b, n))));
        }
    }

    /** The replies with one value. */
    record Segment(String value, Counts counts) {

        Segment {
            requireNonNull(value, "value is null");
            requireNonNull(counts, "counts is null");
        }
    }

    /**
     * How it went over time.
     *
     * @param isByWeek else by day
     */
    record Trend(boolean isByWeek, List<Point> points) {

        Trend {
            points = List.copyOf(points);
        }
    }

    /** One step of a trend. */
    record Point(Days days, Counts counts) {

        Point {
            requireNonNull(days, "days is null");
            requireNonNull(counts, "counts is null");
        }
    }
}

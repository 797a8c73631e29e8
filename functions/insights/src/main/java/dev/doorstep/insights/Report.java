package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Change;
import dev.doorstep.programme.Metric;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the replies about one touchpoint said in some days.
 *
 * @param zone in which the days are
 * @param segments for each value of what was asked {@code by}, the one with most replies first;
 *     empty where it was not asked
 */
record Report(
        ReportRequest request,
        ZoneId zone,
        Metric metric,
        Counts counts,
        Trend trend,
        List<Segment> segments,
        Optional<Comparison> comparison) {

    Report {
        requireNonNull(request, "request is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(metric, "metric is null");
        requireNonNull(counts, "counts is null");
        requireNonNull(trend, "trend is null");
        segments = List.copyOf(segments);
        requireNonNull(comparison, "comparison is null");
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

package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.scores.Tally;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which replies are exported: those that the report about the same is made from.
 *
 * @param metric that the touchpoint was asked about by when this was asked for
 * @param segment that they are in; all of them if it is empty
 */
record ExportRequest(
        Touchpoint touchpoint,
        Metric metric,
        Days days,
        Optional<Segment> segment,
        ExportFormat format) {
    private static final String BY = "by";
    private static final String VALUE = "value";
    private static final String FORMAT = "format";
    private static final Set<String> AS_OF_A_REPORT = Set.of("from", "to", "touchpoint", BY);

    /** What a request may have. */
    static final Set<String> FIELDS = Set.of("from", "to", "touchpoint", BY, VALUE, FORMAT);

    ExportRequest {
        requireNonNull(touchpoint, "touchpoint is null");
        requireNonNull(metric, "metric is null");
        requireNonNull(days, "days is null");
        requireNonNull(segment, "segment is null");
        requireNonNull(format, "format is null");
    }

    /**
     * Reads the fields of a request as {@link ReportRequest} reads its parameters.
     *
     * @param today which is not over yet, in the zone in which days are counted
     * @throws Rejected if one of them is wrong; names it
     */
    static ExportRequest of(Map<String, String> fields, LocalDate today, Programme programme) {
        ReportRequest report = ReportRequest.of(fields, AS_OF_A_REPORT, today);
        return new ExportRequest(
                report.touchpoint(),
                Reports.plan(programme, report.touchpoint()).metric(),
                report.days(),
                segment(report.by(), ReportRequest.find(fields, VALUE)),
                ReportRequest.find(fields, FORMAT, ExportFormat::find).orElse(ExportFormat.CSV));
    }

    private static Optional<Segment> segment(Optional<Dimension> by, Optional<String> value) {
        if (by.isPresent() != value.isPresent()) {
            throw new Rejected("/" + (by.isPresent() ? VALUE : BY), "is missing");
        }
        return by.map(dimension -> new Segment(dimension, normalised(value.orElseThrow())));
    }

    /** As the counters write it, and the report with them. */
    private static String normalised(String value) {
        return Tally.known(Set.of(value)).stream()
                .findFirst()
                .orElseThrow(() -> new Rejected("/" + VALUE, "is none that a reply can have"));
    }

    /** Whether something that was counted so is in the figures of the like report. */
    boolean includes(Tally tally) {
        return tally.about().equals(ReplyTally.about(touchpoint, metric))
                && segment.map(of -> of.includes(tally)).orElse(true);
    }

    String fileName() {
        return "replies-%s-%s-to-%s.%s"
                .formatted(touchpoint.id(), days.first(), days.last(), format.ending());
    }

    /**
     * The replies with one value.
     *
     * @param value as the counters write it
     */
    record Segment(Dimension by, String value) {

        Segment {
            requireNonNull(by, "by is null");
            requireNonNull(value, "value is null");
        }

        boolean includes(Tally tally) {
            return tally.of(by.id()).contains(value);
        }
    }
}

package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Ids;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.scores.Counted;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked to be seen behind a figure: the replies, surveys or cases about a touchpoint in
 * some days with a value of a dimension, and of those the ones at some counter.
 *
 * @param counter such as {@code 9} or {@code suspect}, or {@link #SCORED}; empty for all
 */
record BehindRequest(
        Kind kind,
        Touchpoint touchpoint,
        Metric metric,
        Days days,
        String dimension,
        String value,
        Optional<String> counter) {
    static final String DIMENSION = "of";
    static final String VALUE = "value";
    static final String COUNTER = "counter";

    /** Stands for all counters of a score: what a figure is made of. */
    static final String SCORED = "scored";

    private static final Set<String> OF_THE_REPORT = Set.of("from", "to", "touchpoint");

    BehindRequest {
        requireNonNull(kind, "kind is null");
        requireNonNull(touchpoint, "touchpoint is null");
        requireNonNull(metric, "metric is null");
        requireNonNull(days, "days is null");
        requireNonNull(dimension, "dimension is null");
        requireNonNull(value, "value is null");
        requireNonNull(counter, "counter is null");
    }

    /**
     * @throws Rejected if a parameter is wrong; names it
     */
    static BehindRequest of(
            Kind kind, Map<String, String> query, LocalDate today, Programme programme) {
        ReportRequest report = ReportRequest.of(query, OF_THE_REPORT, today);
        Optional<String> dimension = ReportRequest.find(query, DIMENSION);
        if (dimension.filter(id -> !kind.dimensions().contains(id)).isPresent()) {
            throw new Rejected("/" + DIMENSION, "is unknown");
        }
        return new BehindRequest(
                kind,
                report.touchpoint(),
                Reports.plan(programme, report.touchpoint()).metric(),
                report.days(),
                dimension.orElse(Dimension.ALL.id()),
                dimension.flatMap(_ -> ReportRequest.find(query, VALUE)).orElse(Dimension.ALL.id()),
                ReportRequest.find(query, COUNTER));
    }

    /** What its counters are about. */
    String about() {
        return switch (kind) {
            case REPLIES -> ReplyTally.about(touchpoint, metric);
            case SURVEYS -> SurveyTally.about(touchpoint);
            case CASES -> CaseTally.about(touchpoint);
        };
    }

    /** What its things are filed under. */
    String filedUnder() {
        return kind == Kind.REPLIES ? touchpoint.id() : about();
    }

    boolean includes(Counted thing) {
        return thing.tally().about().equals(about())
                && days.contains(thing.tally().day())
                && thing.tally().of(dimension).contains(value)
                && isAt(thing.tally().counter());
    }

    /** How many of them there are on a day on which so much was counted. */
    long number(Map<String, Map<String, Long>> byValue) {
        return byValue.getOrDefault(value, Map.of()).entrySet().stream()
                .filter(counted -> isAt(counted.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private boolean isAt(String one) {
        return counter.map(asked -> asked.equals(SCORED) ? Counts.isScore(one) : asked.equals(one))
                .orElse(true);
    }

    /** What there is behind figures. */
    enum Kind {
        REPLIES,
        SURVEYS,
        CASES;

        String id() {
            return Ids.of(this);
        }

        List<String> dimensions() {
            return switch (this) {
                case REPLIES -> Arrays.stream(Dimension.values()).map(Dimension::id).toList();
                case SURVEYS -> List.of(Dimension.ALL.id());
                case CASES -> List.of(Dimension.ALL.id(), CaseTally.PROMISE, CaseTally.RECOVERY);
            };
        }
    }
}

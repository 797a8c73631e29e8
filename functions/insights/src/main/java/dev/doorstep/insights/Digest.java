package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Change;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Reply;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is worth knowing of a week.
 *
 * @param reports of each touchpoint that is asked about, compared with the week before
 * @param broken how many promises broke in the week, whenever their cases were opened; of
 *     touchpoints of which any did
 * @param comments worth reading
 */
record Digest(
        Days week, List<Report> reports, SortedMap<Touchpoint, Long> broken, List<Reply> comments) {

    Digest {
        requireNonNull(week, "week is null");
        reports = List.copyOf(reports);
        broken = Collections.unmodifiableSortedMap(new TreeMap<>(broken));
        comments = List.copyOf(comments);
    }

    /** Whether nothing happened that anybody needs to know. */
    boolean isEmpty() {
        return comments.isEmpty()
                && reports.stream().allMatch(report -> report.counts().thatCount() == 0)
                && broken.isEmpty();
    }

    /** The reports of what changed clearly. */
    List<Report> changed() {
        return reports.stream().filter(Digest::isChanged).toList();
    }

    private static boolean isChanged(Report report) {
        return report.comparison()
                .flatMap(Report.Comparison::change)
                .filter(change -> change.verdict() != Change.Verdict.NO_CLEAR_CHANGE)
                .isPresent();
    }

    /** What cost most, of what clearly cost something. Each report has those of all. */
    Optional<Report.FrictionPoint> costliest() {
        return reports.stream()
                .flatMap(report -> report.friction().stream())
                .filter(point -> point.friction().isClear())
                .max(Comparator.comparingDouble(point -> point.friction().cost()));
    }
}

package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Change;
import dev.doorstep.replies.Reply;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is worth knowing of a week.
 *
 * @param reports of each touchpoint that is asked about, compared with the week before
 * @param comments worth reading
 */
record Digest(Days week, List<Report> reports, List<Reply> comments) {

    Digest {
        requireNonNull(week, "week is null");
        reports = List.copyOf(reports);
        comments = List.copyOf(comments);
    }

    /** Whether nothing happened that anybody needs to know. */
    boolean isEmpty() {
        return comments.isEmpty()
                && reports.stream().allMatch(report -> report.counts().thatCount() == 0)
                && brokenPromises() == 0;
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

    long brokenPromises() {
        return reports.stream().mapToLong(report -> report.care().broken()).sum();
    }
}

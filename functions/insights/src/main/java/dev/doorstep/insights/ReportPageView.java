package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The page of figures.
 *
 * @param report empty where what was asked for is wrong
 */
public record ReportPageView(Frame frame, FilterView filter, Optional<ReportView> report) {

    public ReportPageView {
        requireNonNull(frame, "frame is null");
        requireNonNull(filter, "filter is null");
        requireNonNull(report, "report is null");
    }
}

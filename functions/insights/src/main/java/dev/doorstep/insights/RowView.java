package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

/** One line of a table of figures: a step of a trend, or a segment. */
public record RowView(String label, FigureView figure, String replies, String link) {

    public RowView {
        requireNonNull(label, "label is null");
        requireNonNull(figure, "figure is null");
        requireNonNull(replies, "replies is null");
        requireNonNull(link, "link is null");
    }

    static RowView of(String label, Counts counts, String link, Frame frame) {
        return new RowView(
                label,
                FigureView.of(counts.figure(), frame),
                frame.numbers().count(counts.scores().replies()),
                link);
    }
}

package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Figure;
import dev.doorstep.figures.Interval;
import dev.doorstep.programme.Metric;

import java.util.Optional;

/**
 * A figure with how sure it is, in words.
 *
 * @param value empty where there are no replies
 * @param number for scripts, in points
 */
public record FigureView(String value, String range, Optional<Plot> number) {

    public FigureView {
        requireNonNull(value, "value is null");
        requireNonNull(range, "range is null");
        requireNonNull(number, "number is null");
    }

    static FigureView of(Optional<Figure> figure, Frame frame) {
        return figure.map(known -> of(known, frame))
                .orElseGet(() -> new FigureView("", "", Optional.empty()));
    }

    private static FigureView of(Figure figure, Frame frame) {
        Interval interval = figure.interval();
        return new FigureView(
                words(figure.metric(), figure.value(), frame),
                range(figure.metric(), interval, frame),
                Optional.of(
                        Plot.of(
                                points(figure.metric(), figure.value()),
                                points(figure.metric(), interval.low()),
                                points(figure.metric(), interval.high()))));
    }

    private static String range(Metric metric, Interval interval, Frame frame) {
        return frame.text(
                "range",
                words(metric, interval.low(), frame),
                words(metric, interval.high(), frame));
    }

    static String words(Metric metric, double value, Frame frame) {
        return metric == Metric.NPS
                ? frame.numbers().points(value)
                : frame.numbers().percent(value);
    }

    private static double points(Metric metric, double value) {
        return metric == Metric.NPS ? value : 100 * value;
    }
}

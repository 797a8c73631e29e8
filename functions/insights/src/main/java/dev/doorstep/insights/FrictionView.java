package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Friction;
import dev.doorstep.programme.Touchpoint;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What costs most, as a map of touchpoints and reasons.
 *
 * @param columns the touchpoints
 * @param worst what costs most, for a chart
 */
public record FrictionView(List<String> columns, List<Line> lines, List<Cell> worst) {
    private static final int MOST_IN_A_CHART = 8;
    private static final int STEPS = 4;
    private static final double POINTS_OF_A_STEP = 2;

    public FrictionView {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        worst = List.copyOf(worst);
    }

    static FrictionView of(Report report, Frame frame) {
        List<Report.FrictionPoint> costs =
                report.friction().stream().filter(point -> point.friction().cost() > 0).toList();
        Set<Touchpoint> touchpoints = EnumSet.noneOf(Touchpoint.class);
        Set<String> reasons = new LinkedHashSet<>();
        for (Report.FrictionPoint point : costs) {
            touchpoints.add(point.touchpoint());
            reasons.add(point.friction().reason());
        }
        Links links = new Links(report.request().days());
        List<Line> lines = new ArrayList<>();
        for (String reason : reasons) {
            List<Optional<Cell>> cells =
                    touchpoints.stream()
                            .map(touchpoint -> cell(costs, touchpoint, reason, links, frame))
                            .toList();
            lines.add(new Line(frame.value("reason", reason), cells));
        }
        return new FrictionView(
                touchpoints.stream().map(t -> frame.text("touchpoint." + t.id())).toList(),
                lines,
                costs.stream()
                        .limit(MOST_IN_A_CHART)
                        .map(point -> Cell.of(point, links, frame))
                        .toList());
    }

    private static Optional<Cell> cell(
            List<Report.FrictionPoint> points,
            Touchpoint touchpoint,
            String reason,
            Links links,
            Frame frame) {
        return points.stream()
                .filter(point -> point.touchpoint() == touchpoint)
                .filter(point -> point.friction().reason().equals(reason))
                .findFirst()
                .map(point -> Cell.of(point, links, frame));
    }

    /** One reason, at each touchpoint. */
    public record Line(String reason, List<Optional<Cell>> cells) {

        public Line {
            requireNonNull(reason, "reason is null");
            cells = List.copyOf(cells);
        }
    }

    /**
     * What one reason costs at one touchpoint.
     *
     * @param heat from 0, where it is not clear that it costs anything
     */
    public record Cell(
            String label,
            String cost,
            String range,
            String share,
            int heat,
            Plot plot,
            String link) {

        public Cell {
            requireNonNull(label, "label is null");
            requireNonNull(cost, "cost is null");
            requireNonNull(range, "range is null");
            requireNonNull(share, "share is null");
            requireNonNull(plot, "plot is null");
            requireNonNull(link, "link is null");
        }

        static Cell of(Report.FrictionPoint point, Links links, Frame frame) {
            Friction friction = point.friction();
            Numbers numbers = frame.numbers();
            return new Cell(
                    frame.text(
                            "friction.at",
                            frame.value("reason", friction.reason()),
                            frame.text("touchpoint." + point.touchpoint().id())),
                    numbers.decimal(friction.cost(), 1),
                    frame.text(
                            "range",
                            numbers.decimal(friction.interval().low(), 1),
                            numbers.decimal(friction.interval().high(), 1)),
                    numbers.percent(friction.share().value()),
                    heat(friction),
                    Plot.of(friction.cost(), friction.interval().low(), friction.interval().high()),
                    links.scored(point.touchpoint(), Dimension.REASON, friction.reason()));
        }

        private static int heat(Friction friction) {
            return friction.isClear()
                    ? Math.min(STEPS, 1 + (int) (friction.cost() / POINTS_OF_A_STEP))
                    : 0;
        }
    }
}

package dev.doorstep.figures;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What one reason costs: by how many points the figure would be higher, had those who name it
 * answered as the others did. It says what goes along with the reason, and is no proof that without
 * it they would have.
 *
 * @param with the scores of replies that name the reason; at least one
 * @param without the scores of those that do not; at least one
 */
public record Friction(String reason, Histogram with, Histogram without) {
    private static final double Z = 1.96; // of 95 %

    public Friction {
        requireNonNull(reason, "reason is null");
        requireNonNull(with, "with is null");
        if (with.metric() != without.metric()) {
            throw new IllegalArgumentException("scores of different metrics do not mix");
        }
        if (with.replies() == 0 || without.replies() == 0) {
            throw new IllegalArgumentException("nothing compares with no replies");
        }
    }

    /**
     * The reasons, what costs most first. Those that nobody names, or everybody, are left out.
     *
     * @param all scores
     * @param byReason the scores of the replies that name a reason, which may name others too
     */
    public static List<Friction> of(Histogram all, Map<String, Histogram> byReason) {
        return byReason.entrySet().stream()
                .filter(one -> one.getValue().replies() > 0)
                .filter(one -> one.getValue().replies() < all.replies())
                .map(one -> new Friction(one.getKey(), one.getValue(), all.minus(one.getValue())))
                .sorted(
                        Comparator.comparingDouble(Friction::cost)
                                .reversed()
                                .thenComparing(Friction::reason))
                .toList();
    }

    /** How many of all name it. */
    public Share share() {
        return new Share(with.replies(), with.replies() + without.replies());
    }

    /** In points, from -100 to 100 for NPS, in percentage points for a share. */
    public double cost() {
        return share().value() * difference();
    }

    /**
     * The 95 % interval of the cost, by the delta method: both figures and the share scatter. The
     * figures by their {@link Figure#estimate() adjusted} standard errors, so that a handful of
     * replies that all agree is not taken as certain.
     */
    public Interval interval() {
        double share = share().value();
        double replies = share().all();
        double ofFigures = share * Math.hypot(error(with), error(without));
        double ofShare = difference() * Math.sqrt(share * (1 - share) / replies);
        double margin = Z * Math.hypot(ofFigures, ofShare);
        return new Interval(
                Math.max(-widest(), cost() - margin), Math.min(widest(), cost() + margin));
    }

    /** Whether it costs something even where it costs least. */
    public boolean isClear() {
        return interval().low() > 0;
    }

    /** No figure can gain or lose more. */
    private double widest() {
        return with.metric() == Metric.NPS ? 200 : 100;
    }

    private double difference() {
        return points(without) - points(with);
    }

    private static double points(Histogram scores) {
        return toPoints(scores.metric(), figure(scores).value());
    }

    private static double error(Histogram scores) {
        return toPoints(scores.metric(), figure(scores).estimate().standardError());
    }

    private static double toPoints(Metric metric, double value) {
        return metric == Metric.NPS ? value : 100 * value;
    }

    private static Figure figure(Histogram scores) {
        return Figure.of(scores).orElseThrow();
    }
}

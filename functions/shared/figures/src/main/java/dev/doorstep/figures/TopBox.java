package dev.doorstep.figures;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;

/**
 * The share of customers who are satisfied (CSAT, 4 and 5 of 5) or found it easy (CES 2.0, 5 to 7
 * of 7), with its Wilson interval.
 */
public record TopBox(Metric metric, Share share) implements Figure {

    public TopBox {
        requireNonNull(metric, "metric is null");
        if (metric == Metric.NPS) {
            throw new IllegalArgumentException("NPS is no share");
        }
        if (share.all() == 0) {
            throw new IllegalArgumentException("there is no share of no replies");
        }
    }

    @Override
    public long replies() {
        return share.all();
    }

    @Override
    public double value() {
        return share.value();
    }

    @Override
    public Interval interval() {
        return share.interval();
    }

    /**
     * With one happy and one unhappy reply added to each side of a comparison. Source: A. Agresti
     * and B. Caffo, Simple and Effective Confidence Intervals for Proportions and Differences of
     * Proportions Result from Adding Two Successes and Two Failures, The American Statistician 54
     * (2000).
     */
    @Override
    public Estimate estimate() {
        double all = share.all() + 2.0;
        double p = (share.of() + 1) / all;
        return new Estimate(p, Math.sqrt(p * (1 - p) / all));
    }
}

package dev.doorstep.figures;

import dev.doorstep.programme.Metric;

/**
 * The share of promoters minus that of detractors, from -100 to 100, with its adjusted Wald
 * interval: three replies are added, of which promoters and detractors get three quarters each.
 * Sources: F. Reichheld, The One Number You Need to Grow, Harvard Business Review (December 2003);
 * B. Rocks, Interval Estimation for the "Net Promoter Score", The American Statistician 70 (2016).
 */
public record NetPromoterScore(long replies, long promoters, long detractors) implements Figure {
    private static final double Z = 1.96; // of 95 %
    private static final double ADDED = 3;
    private static final double ADDED_EACH = 0.75;

    public NetPromoterScore {
        if (replies <= 0) {
            throw new IllegalArgumentException("there is no score of no replies");
        }
        if (promoters < 0 || detractors < 0 || promoters + detractors > replies) {
            throw new IllegalArgumentException("promoters and detractors are parts of the replies");
        }
    }

    @Override
    public Metric metric() {
        return Metric.NPS;
    }

    @Override
    public double value() {
        return 100.0 * (promoters - detractors) / replies;
    }

    /** The adjusted score and its standard error, both in points. */
    @Override
    public Estimate estimate() {
        double all = replies + ADDED;
        double p = (promoters + ADDED_EACH) / all;
        double d = (detractors + ADDED_EACH) / all;
        double variance = p + d - (p - d) * (p - d);
        return new Estimate(100 * (p - d), 100 * Math.sqrt(variance / all));
    }

    /** Half the width of the interval, in points, where the scale does not end before. */
    public double margin() {
        return Z * estimate().standardError();
    }

    /**
     * Around the adjusted score, within the scale. Of a single reply the formula's would end a
     * point and a half before the value: there it reaches to the value.
     */
    @Override
    public Interval interval() {
        double centre = estimate().value();
        return new Interval(
                Math.min(value(), Math.max(-100, centre - margin())),
                Math.max(value(), Math.min(100, centre + margin())));
    }
}

package dev.doorstep.figures;

import dev.doorstep.programme.Metric;

import java.util.Optional;

/** What the replies to one metric say in one number. */
public sealed interface Figure permits NetPromoterScore, TopBox {

    /** Absent of no replies: nothing was said, which is no zero. */
    static Optional<Figure> of(Histogram histogram) {
        if (histogram.replies() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (histogram.metric()) {
                    case NPS ->
                            new NetPromoterScore(
                                    histogram.replies(),
                                    histogram.promoters(),
                                    histogram.detractors());
                    case CES, CSAT ->
                            new TopBox(
                                    histogram.metric(),
                                    new Share(histogram.promoters(), histogram.replies()));
                });
    }

    Metric metric();

    /** How many replies it is made of. */
    long replies();

    /** From -100 to 100 for NPS; a share from 0 to 1 for CES and CSAT. */
    double value();

    /** Between what it lies in truth, with 95 %; contains the value. */
    Interval interval();

    /** What two of them are compared by, see {@link Change}. */
    Estimate estimate();

    /**
     * A figure as its interval sees it: drawn a little to the middle, the more so the fewer replies
     * there are.
     */
    record Estimate(double value, double standardError) {

        public Estimate {
            if (!(standardError > 0)) {
                throw new IllegalArgumentException("no estimate of few replies is certain");
            }
        }
    }
}

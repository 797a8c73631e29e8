package dev.doorstep.figures;

/**
 * So many of all, with what the share may be in truth.
 *
 * @param of how many
 * @param all of how many
 */
public record Share(long of, long all) {
    private static final double Z = 1.959964; // of 95 %

    public Share {
        if (of < 0 || of > all) {
            throw new IllegalArgumentException("a share is a part of a whole");
        }
    }

    /** From 0 to 1; meaningless of nothing. */
    public double value() {
        return all == 0 ? 0 : (double) of / all;
    }

    /**
     * The lower end of the 95 % interval. Source: E. B. Wilson, Probable Inference, the Law of
     * Succession, and Statistical Inference, JASA 22 (1927).
     */
    public double low() {
        return of == 0 ? 0 : centre() - margin();
    }

    /** The upper end of the 95 % interval. */
    public double high() {
        return of == all ? 1 : centre() + margin();
    }

    /** Both ends; of nothing, it says nothing: from 0 to 1. */
    public Interval interval() {
        return new Interval(low(), high());
    }

    private double centre() {
        return (value() + Z * Z / (2.0 * all)) / (1 + Z * Z / all);
    }

    private double margin() {
        double p = value();
        return Z * Math.sqrt(p * (1 - p) / all + Z * Z / (4.0 * all * all)) / (1 + Z * Z / all);
    }
}

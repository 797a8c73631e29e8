package dev.doorstep.supportdesk;

/**
 * So many of all, with what the share may be in truth.
 *
 * @param of how many
 * @param all of how many
 */
record Share(int of, int all) {
    private static final double Z = 1.959964; // of 95 %

    Share {
        if (of < 0 || of > all) {
            throw new IllegalArgumentException("a share is a part of a whole");
        }
    }

    /** From 0 to 1; meaningless of nothing. */
    double value() {
        return all == 0 ? 0 : (double) of / all;
    }

    /**
     * The lower end of the 95 % interval. Source: E. B. Wilson, Probable Inference, the Law of
     * Succession, and Statistical Inference, JASA 22 (1927).
     */
    double low() {
        return all == 0 ? 0 : Math.max(0, centre() - margin());
    }

    /** The upper end of the 95 % interval. */
    double high() {
        return all == 0 ? 1 : Math.min(1, centre() + margin());
    }

    private double centre() {
        return (value() + Z * Z / (2 * all)) / (1 + Z * Z / all);
    }

    private double margin() {
        double p = value();
        return Z * Math.sqrt(p * (1 - p) / all + Z * Z / (4.0 * all * all)) / (1 + Z * Z / all);
    }
}

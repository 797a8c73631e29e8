package dev.doorstep.local.year;

import static java.util.Objects.requireNonNull;

/**
 * What a customer went through, which nobody but them knows.
 *
 * @param daysLate after the day that was promised
 * @param displeasure that has nothing to do with trouble, in points of NPS
 */
record Experience(Trouble trouble, int daysLate, double displeasure) {
    private static final double OF_EACH_DAY_MORE = 0.8;
    private static final double MOST_OF_DAYS = 5;

    Experience {
        requireNonNull(trouble, "trouble is null");
    }

    /** Without trouble. */
    static Experience smooth(double displeasure) {
        return new Experience(Trouble.NONE, 0, displeasure);
    }

    /** All that costs points of NPS. */
    double points() {
        return displeasure + trouble.displeasure() + ofDays();
    }

    private double ofDays() {
        int more = trouble == Trouble.LATE ? daysLate - 1 : daysLate;
        return Math.min(more * OF_EACH_DAY_MORE, MOST_OF_DAYS);
    }
}

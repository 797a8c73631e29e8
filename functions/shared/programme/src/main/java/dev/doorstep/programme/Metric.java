package dev.doorstep.programme;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A question's scale. Sources: NPS, Reichheld 2003 (detractors answer 0 to 6 of 10, promoters 9 and
 * 10); CES 2.0, 1 to 7 where the lower three find it hard and the upper three easy; CSAT, 1 to 5
 * where the lower two are dissatisfied and the upper two satisfied.
 */
public enum Metric {
    NPS(0, 10, 6, 9),
    CES(1, 7, 3, 5),
    CSAT(1, 5, 2, 4);

    private final int lowest;
    private final int highest;
    private final int highestDetractor;
    private final int lowestPromoter;

    Metric(int lowest, int highest, int highestDetractor, int lowestPromoter) {
        this.lowest = lowest;
        this.highest = highest;
        this.highestDetractor = highestDetractor;
        this.lowestPromoter = lowestPromoter;
    }

    public int lowest() {
        return lowest;
    }

    public int highest() {
        return highest;
    }

    /** All of them, the lowest first. */
    public List<Integer> scores() {
        return IntStream.rangeClosed(lowest, highest).boxed().toList();
    }

    public boolean allows(int score) {
        return lowest <= score && score <= highest;
    }

    public boolean isDetractor(int score) {
        return score <= highestDetractor;
    }

    public boolean isPromoter(int score) {
        return score >= lowestPromoter;
    }
}

package dev.doorstep.emailreply.score;

import static java.util.Objects.requireNonNull;

/** What a text says about the score. */
public sealed interface Reading {

    /**
     * The score that the customer gave.
     *
     * @param contradicts whether the words plainly say the opposite ("10, terrible"): a hint for
     *     people, who may ask
     */
    record Score(int value, Tier tier, boolean contradicts) implements Reading {
        public Score {
            if (value < 0) {
                throw new IllegalArgumentException("value is negative: " + value);
            }
            requireNonNull(tier, "tier is null");
        }
    }

    /** There are numbers, but none is surely the score. */
    record Unclear(Cause cause) implements Reading {
        public Unclear {
            requireNonNull(cause, "cause is null");
        }
    }

    /** No number that could be the score. */
    record None() implements Reading {}
}

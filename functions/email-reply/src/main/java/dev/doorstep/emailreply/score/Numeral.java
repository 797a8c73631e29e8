package dev.doorstep.emailreply.score;

import dev.doorstep.programme.Metric;

import java.util.Optional;

/**
 * A number in the text, in digits or as a word.
 *
 * @param at its token
 * @param isArticle whether its word is an article too
 * @param standing whether it could be the score
 */
record Numeral(int at, int value, boolean isWord, boolean isArticle, Standing standing) {

    /** Whether a number could be the score. */
    sealed interface Standing {
        record Open() implements Standing {}

        /** Surely something else. */
        record Other() implements Standing {}

        record Doubtful(Cause cause) implements Standing {}
    }

    static final Standing OPEN = new Standing.Open();
    static final Standing OTHER = new Standing.Other();

    Numeral with(Standing changed) {
        return new Numeral(at, value, isWord, isArticle, changed);
    }

    /** Whether any scale has it. */
    boolean isSmall() {
        return 0 <= value && value <= Metric.NPS.highest();
    }

    boolean isOther() {
        return standing instanceof Standing.Other;
    }

    boolean isOpen() {
        return standing instanceof Standing.Open;
    }

    Optional<Cause> doubt() {
        return standing instanceof Standing.Doubtful(Cause cause)
                ? Optional.of(cause)
                : Optional.empty();
    }
}

package dev.doorstep.emailreply.score;

/**
 * A number that could be the score.
 *
 * @param at its first token
 * @param end behind its last token, the top of the scale included
 * @param isArticle whether its word is an article too
 * @param form how it stands to the top of the scale
 */
record Candidate(int at, int end, int value, boolean isArticle, Form form) {
    enum Form {
        PLAIN,
        /** "8/10", which could be a date. */
        SLASH,
        /** "8 out of 10". */
        OUT_OF
    }

    static Candidate plain(Numeral numeral) {
        return new Candidate(
                numeral.at(), numeral.at() + 1, numeral.value(), numeral.isArticle(), Form.PLAIN);
    }

    boolean isFraction() {
        return form != Form.PLAIN;
    }
}

package dev.doorstep.emailreply.score;

/**
 * A word, a number, a sign or the end of a line.
 *
 * @param text as it is compared
 * @param value of a number of one or two digits as people write it; {@link #ODD} otherwise
 * @param isGlued whether nothing stands between it and the one before
 * @param isCapital whether it begins with a capital letter
 */
record Token(Kind kind, String text, int value, boolean isGlued, boolean isCapital) {
    static final int ODD = -1;

    /** Stands before the first and after the last. */
    static final Token NOTHING = new Token(Kind.NOTHING, "", ODD, false, false);

    enum Kind {
        WORD,
        NUMBER,
        SIGN,
        BREAK,
        NOTHING
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isSignOf(String signs) {
        return kind == Kind.SIGN && signs.contains(text);
    }

    /** A break or nothing at all. */
    boolean isEdge() {
        return kind == Kind.BREAK || kind == Kind.NOTHING;
    }
}

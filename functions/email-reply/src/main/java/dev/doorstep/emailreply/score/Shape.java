package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Numeral.Standing;
import dev.doorstep.emailreply.score.Token.Kind;

/** Judges a number by the signs that touch it: "7,5", "10:30", "#9", "€5", "-5", "8+". */
final class Shape {
    private static final String OF_ADDRESSES = "#_@\\&=^";
    private static final String OF_BOUNDS = "<>~≈≤≥±+";
    private static final String OF_PERCENT = "%‰°";
    private static final String OF_DOT = ".,:";
    private static final String OF_JOINING = "-–";
    private static final String OF_CALCULATING = "*×=";
    private static final int LONGEST_QUOTE = 40;

    private final MarkedText text;

    Shape(MarkedText text) {
        this.text = text;
    }

    /** What both say together: that it is something else, or the first doubt. */
    static Standing worse(Standing left, Standing right) {
        boolean isSettled = left.equals(Numeral.OTHER) || right.equals(Numeral.OPEN);
        return isSettled || (!left.equals(Numeral.OPEN) && !right.equals(Numeral.OTHER))
                ? left
                : right;
    }

    /** What stands before the token says of the number. */
    Standing left(int at) {
        Token before = text.at(at - 1);
        if (isMoneyOrShare(before) || before.isSign("#")) {
            return Numeral.OTHER;
        }
        if (before.isSignOf(OF_BOUNDS)) {
            return new Standing.Doubtful(Cause.BOUND);
        }
        if (!text.at(at).isGlued()) {
            return Numeral.OPEN;
        }
        return switch (before.kind()) {
            case WORD -> isPrefix(before) ? Numeral.OPEN : Numeral.OTHER;
            case NUMBER -> Numeral.OTHER;
            case SIGN -> leftOfSign(at - 1);
            case BREAK, NOTHING -> Numeral.OPEN;
        };
    }

    /** An elided word, or what Arabic writes before a noun for "with". */
    private static boolean isPrefix(Token word) {
        return word.text().endsWith("'") || word.text().equals("ب");
    }

    private Standing leftOfSign(int sign) {
        Token touching = text.at(sign);
        Token beyond = text.at(sign).isGlued() ? text.at(sign - 1) : Token.NOTHING;
        boolean touchesNumber = beyond.is(Kind.NUMBER);
        boolean touchesWord = beyond.is(Kind.WORD);
        if (touching.isSignOf(OF_ADDRESSES) || touching.isSign("/") || isOdd(touching)) {
            boolean isLabel = touching.isSign("=") && touchesWord;
            return isLabel ? Numeral.OPEN : Numeral.OTHER;
        }
        if (touching.isSign(".")) {
            return beyond.isSign(".") ? Numeral.OPEN : Numeral.OTHER;
        }
        if (touching.isSignOf(OF_JOINING)) {
            return touchesNumber || touchesWord
                    ? Numeral.OTHER
                    : new Standing.Doubtful(Cause.OFF_SCALE);
        }
        return touchesNumber && !touching.isSignOf("()[]!—\"") ? Numeral.OTHER : Numeral.OPEN;
    }

    /** What stands behind the token says of the number. */
    Standing right(int at) {
        Token after = text.at(at + 1);
        if (isMoneyOrShare(after)) {
            return Numeral.OTHER;
        }
        if (!after.isGlued()) {
            return after.isSignOf(OF_BOUNDS) ? new Standing.Doubtful(Cause.BOUND) : Numeral.OPEN;
        }
        return switch (after.kind()) {
            case WORD, NUMBER -> Numeral.OTHER;
            case SIGN -> rightOfSign(at, after);
            case BREAK, NOTHING -> Numeral.OPEN;
        };
    }

    private Standing rightOfSign(int at, Token touching) {
        Token beyond = text.at(at + 2).isGlued() ? text.at(at + 2) : Token.NOTHING;
        boolean touchesNumber = beyond.is(Kind.NUMBER);
        boolean touchesWord = beyond.is(Kind.WORD);
        if (touching.isSignOf(OF_ADDRESSES) || touching.isSign("/") || isOdd(touching)) {
            return Numeral.OTHER;
        }
        if (touching.isSignOf(OF_BOUNDS)) {
            return new Standing.Doubtful(Cause.BOUND);
        }
        if (touching.isSignOf("'\"")) {
            return isClosed(at, touching.text()) ? Numeral.OPEN : Numeral.OTHER;
        }
        if (touching.isSign(")")) {
            return isClosed(at, "(") ? Numeral.OPEN : new Standing.Doubtful(Cause.UNSAID);
        }
        if (isFace(at, touching, beyond) || (touching.isSignOf(".,") && beyond.isSignOf("-–—"))) {
            return Numeral.OTHER;
        }
        if (touching.isSign("*") && !isClosed(at, "*")) {
            return new Standing.Doubtful(Cause.UNSAID);
        }
        boolean isJoined =
                (touchesNumber && touching.isSignOf(OF_DOT + OF_CALCULATING + "—"))
                        || (touchesWord && touching.isSign("."))
                        || ((touchesNumber || touchesWord) && touching.isSignOf(OF_JOINING));
        return isJoined ? Numeral.OTHER : Numeral.OPEN;
    }

    /** "8-)" and "0:)" are faces; "9:)" is a score and a face. */
    private boolean isFace(int at, Token touching, Token beyond) {
        boolean isEyes = text.at(at).text().equals("0") && touching.isSign(":");
        return (touching.isSign("-") && beyond.isSignOf(")(")) || (isEyes && beyond.isSignOf(")-"));
    }

    /** Whether an opening sign stands earlier on the line, so that the one behind closes it. */
    private boolean isClosed(int at, String opening) {
        int open = 0;
        for (int i = at - 1; i > at - LONGEST_QUOTE && !text.at(i).isEdge(); i--) {
            open += text.at(i).isSign(opening) ? 1 : 0;
        }
        return open % 2 == 1;
    }

    private static boolean isMoneyOrShare(Token token) {
        return token.isSignOf(OF_PERCENT)
                || (token.is(Kind.SIGN)
                        && Character.getType(token.text().codePointAt(0))
                                == Character.CURRENCY_SYMBOL);
    }

    private static boolean isOdd(Token token) {
        return token.text().charAt(0) == Fold.ODD_NUMBER;
    }
}

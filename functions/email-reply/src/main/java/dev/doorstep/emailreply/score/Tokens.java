package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Token.Kind;

import java.util.ArrayList;
import java.util.List;

/** A folded text, cut into its tokens. */
final class Tokens {
    private static final int MOST_DIGITS = 2;

    private final List<Token> all;

    private Tokens(List<Token> all) {
        this.all = all;
    }

    static Tokens of(String text) {
        return new Tokens(new Cutter(text).cut());
    }

    int size() {
        return all.size();
    }

    /** The token there; {@link Token#NOTHING} outside of the text. */
    Token at(int index) {
        return 0 <= index && index < all.size() ? all.get(index) : Token.NOTHING;
    }

    List<String> texts() {
        return all.stream().map(Token::text).toList();
    }

    private static final class Cutter {
        private final String text;
        private final List<Token> cut = new ArrayList<>();
        private int at;
        private boolean isGlued;

        Cutter(String text) {
            this.text = text;
        }

        List<Token> cut() {
            while (at < text.length()) {
                int point = text.codePointAt(at);
                if (point == '\n') {
                    add(Kind.BREAK, at + 1);
                    isGlued = false;
                } else if (Character.isWhitespace(point)) {
                    at++;
                    isGlued = false;
                } else if (isDigit(point)) {
                    add(Kind.NUMBER, endOfNumber());
                } else if (isLetter(point)) {
                    add(Kind.WORD, endOfWord());
                } else {
                    add(Kind.SIGN, at + Character.charCount(point));
                }
            }
            return cut;
        }

        private void add(Kind kind, int end) {
            String written = text.substring(at, end);
            int value = kind == Kind.NUMBER ? value(written) : Token.ODD;
            boolean isCapital = Character.isUpperCase(written.codePointAt(0));
            cut.add(new Token(kind, Fold.word(written), value, isGlued, isCapital));
            at = end;
            isGlued = true;
        }

        private static int value(String digits) {
            boolean isPlain =
                    digits.length() == 1
                            || (digits.length() == MOST_DIGITS && digits.charAt(0) != '0');
            return isPlain ? Integer.parseInt(digits) : Token.ODD;
        }

        private int endOfNumber() {
            int end = at;
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
            return end;
        }

        /** An apostrophe ends a word that goes on: l'|équipe, don'|t. */
        private int endOfWord() {
            int end = at;
            while (end < text.length() && isLetter(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            boolean goesOn =
                    end + 1 < text.length()
                            && text.charAt(end) == '\''
                            && Character.isLetterOrDigit(text.codePointAt(end + 1));
            return goesOn ? end + 1 : end;
        }

        private static boolean isDigit(int point) {
            return '0' <= point && point <= '9';
        }

        private static boolean isLetter(int point) {
            return Character.isLetter(point)
                    || Character.getType(point) == Character.NON_SPACING_MARK
                    || Character.getType(point) == Character.COMBINING_SPACING_MARK;
        }
    }
}

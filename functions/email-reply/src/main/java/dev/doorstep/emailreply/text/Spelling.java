package dev.doorstep.emailreply.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes texts comparable that differ in case, spaces, invisible characters and such. */
final class Spelling {
    /** No mark of a mail program is longer; what comes after it is not looked at for one. */
    private static final int LONGEST_KEY = 400;

    private Spelling() {}

    /** The beginning of a line in the form in which the marks are written. */
    static String key(String line) {
        StringBuilder key = new StringBuilder();
        line.codePoints()
                .filter(c -> !isInvisible(c) && c != '*')
                .map(Spelling::plain)
                .filter(c -> c != ' ' || (!key.isEmpty() && key.charAt(key.length() - 1) != ' '))
                .takeWhile(_ -> key.length() < LONGEST_KEY)
                .forEachOrdered(key::appendCodePoint);
        String lower = key.toString().strip().toLowerCase(Locale.ROOT);
        return Normalizer.normalize(lower, Normalizer.Form.NFC);
    }

    /** The words of a text without punctuation, accents and addresses of pages. */
    static List<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < plain.length()) {
            int end = wordEnd(plain, at);
            if (plain.startsWith("://", end)) {
                end = addressEnd(plain, end);
            } else if (end > at) {
                words.add(withoutAccents(plain.substring(at, end)));
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    static boolean isBlank(String line) {
        return line.codePoints().allMatch(c -> isInvisible(c) || isSpace(c));
    }

    static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT;
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Without spaces of any kind at its end. */
    static String trimEnd(String line) {
        int end = line.length();
        while (end > 0 && isSpace(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end);
    }

    /** Whether a letter or digit; in scripts without spaces each character is a word. */
    static boolean joinsWords(int c) {
        return Character.isLetterOrDigit(c)
                && switch (Character.UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> false;
                    default -> true;
                };
    }

    private static int plain(int c) {
        if (isSpace(c)) {
            return ' ';
        }
        if (Character.isDigit(c)) {
            return '0' + Character.digit(c, 10);
        }
        return switch (c) {
            case '’', '‘', '`', '´' -> '\'';
            case '：' -> ':';
            case '＜' -> '<';
            case '＞' -> '>';
            default -> c;
        };
    }

    private static int wordEnd(String text, int at) {
        int end = at;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.isSurrogate(c);
    }

    private static int addressEnd(String text, int at) {
        int end = at;
        while (end < text.length() && !isSpace(text.charAt(end)) && text.charAt(end) != '>') {
            end++;
        }
        return end;
    }

    static String withoutAccents(String text) {
        String split = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(split.length());
        split.chars()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEachOrdered(c -> plain.append((char) c));
        return plain.toString();
    }
}

package dev.doorstep.emailreply.score;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings the many ways of writing the same thing to one. */
final class Fold {
    /** Stands for a sign that is a number and yet no digit: ½, ², ①. Never part of a score. */
    static final char ODD_NUMBER = '\uE000';

    private static final int LONGEST = 64 * 1024;
    private static final Pattern LENGTHENED_BEFORE_DIGIT = Pattern.compile("\u0640(?=\\p{Nd})");
    private static final Pattern HEART = Pattern.compile("<3(?![.,]?\\p{Nd})");
    private static final int KEYCAP_TEN = 0x1F51F;

    private Fold() {}

    /** A text with plain digits, quotes, dashes and line ends; the case of letters is kept. */
    static String text(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        StringBuilder kept = new StringBuilder(start.length());
        simple(start).codePoints().forEach(point -> keep(point, kept));
        StringBuilder plain = new StringBuilder(kept.length());
        Normalizer.normalize(kept, Normalizer.Form.NFKC)
                .codePoints()
                .forEach(point -> plain.appendCodePoint(plain(point)));
        return plain.toString();
    }

    /** A word as it is compared. */
    static String word(String word) {
        return word.toLowerCase(Locale.ROOT).replace('ς', 'σ').replace('ى', 'ي').replace('ة', 'ه');
    }

    private static String simple(String text) {
        String joined = LENGTHENED_BEFORE_DIGIT.matcher(text.replace("\r\n", "\n")).replaceAll(" ");
        return HEART.matcher(joined.replace("\u0640", "")).replaceAll("♥");
    }

    private static void keep(int point, StringBuilder kept) {
        if (point == KEYCAP_TEN) {
            kept.append("10");
        } else if (Character.getType(point) == Character.OTHER_NUMBER) {
            kept.append(ODD_NUMBER);
        } else if (point == '№') {
            kept.append('#');
        } else if (point == '´' || point == '`') {
            kept.append('\'');
        } else if (!isUnseen(point)) {
            kept.appendCodePoint(point);
        }
    }

    /** Marks of direction and joining, variation selectors, keycaps, Arabic vowels. */
    private static boolean isUnseen(int point) {
        return Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.ENCLOSING_MARK
                || (0xFE00 <= point && point <= 0xFE0F)
                || (0x064B <= point && point <= 0x0652)
                || point == 0x0670;
    }

    private static int plain(int point) {
        if (Character.isDigit(point)) {
            return '0' + Character.digit(point, 10);
        }
        return switch (point) {
            case '\r', 0x85, 0x2028, 0x2029 -> '\n';
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u02BC', '\u2032' -> '\'';
            case '“', '”', '„', '‟', '«', '»', '‹', '›', '″' -> '"';
            case '\u2010', '\u2011', '\u2212' -> '-';
            case '\u2012', '\u2015' -> '–';
            case '\u2044', '\u2215' -> '/';
            case '\u066A' -> '%';
            case '\u066B' -> '.';
            case '\u066C', '،' -> ',';
            case '؛' -> ';';
            case '؟' -> '?';
            case '。' -> '.';
            default -> point;
        };
    }
}

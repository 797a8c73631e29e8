package dev.doorstep.emailreply.text;

import java.util.List;

/** Knows lines such as "-----Original Message-----" and the underscores of Outlook. */
final class Separators {
    private static final int UNDERSCORES = 20;
    private static final int LONGEST = 120;

    private final Phrases originals;
    private final Phrases originalsBetweenDashes;
    private final Phrases forwards;
    private final Phrases above;
    private final HeaderBlocks headers;

    Separators(Marks marks, HeaderBlocks headers) {
        this.originals = marks.phrases("original");
        this.originalsBetweenDashes = marks.phrases("original-between-dashes");
        this.forwards = marks.phrases("forwarded");
        this.above = marks.phrases("above");
        this.headers = headers;
    }

    /** How many lines there are from a separator to the end of what is above the quoted mail. */
    int at(List<Line> lines, int at) {
        if (!isSeparator(lines, at)) {
            return 0;
        }
        int next = nextText(lines, at + 1);
        int block = next < lines.size() ? headers.at(lines, next) : 0;
        return block > 0 ? next + block - at : 1;
    }

    private boolean isSeparator(List<Line> lines, int at) {
        String key = lines.get(at).key();
        if (key.length() > LONGEST) {
            return false;
        }
        String words = withoutDashes(key);
        return forwards.hasExactly(words)
                || isOriginal(lines, at, words)
                || (above.isIn(key) && (startsWithDashes(key) || key.startsWith("#")))
                || (isLineOfUnderscores(lines.get(at)) && isHeaderAt(lines, at + 1));
    }

    private boolean isOriginal(List<Line> lines, int at, String words) {
        String key = lines.get(at).key();
        return startsWithDashes(key)
                ? originals.atStartOf(words).isPresent()
                        || (originalsBetweenDashes.hasExactly(words) && endsWithDash(key))
                : originals.hasExactly(words) && isQuoteAt(lines, at + 1);
    }

    private boolean isQuoteAt(List<Line> lines, int from) {
        int next = nextText(lines, from);
        return (next < lines.size() && lines.get(next).isQuoted()) || isHeaderAt(lines, from);
    }

    private boolean isHeaderAt(List<Line> lines, int from) {
        int next = nextText(lines, from);
        return next < lines.size() && headers.at(lines, next) > 0;
    }

    /** As GroupWise begins a mail, whose lines it does not mark. */
    static boolean isBetweenArrows(Line line) {
        String key = line.key();
        return key.startsWith(">>>") && key.endsWith(">>>") && Evidence.hasDate(key);
    }

    /** A long line of underscores or dashes, which says little by itself. */
    static boolean isLineOfUnderscores(Line line) {
        return line.isRuler() && line.key().length() >= UNDERSCORES;
    }

    private static int nextText(List<Line> lines, int from) {
        int next = from;
        while (next < lines.size() && lines.get(next).blank()) {
            next++;
        }
        return next;
    }

    private static boolean startsWithDashes(String key) {
        return key.length() > 2 && isDash(key.charAt(0)) && isDash(key.charAt(1));
    }

    private static boolean endsWithDash(String key) {
        return isDash(key.charAt(key.length() - 1));
    }

    private static String withoutDashes(String key) {
        int start = 0;
        int end = key.length();
        while (start < end && isAround(key.charAt(start))) {
            start++;
        }
        while (end > start && isAround(key.charAt(end - 1))) {
            end--;
        }
        return key.substring(start, end);
    }

    private static boolean isAround(char c) {
        return isDash(c) || " #<>:.·".indexOf(c) >= 0;
    }

    private static boolean isDash(char c) {
        return "-_=~—–─━‐‑".indexOf(c) >= 0;
    }
}

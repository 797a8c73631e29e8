package dev.doorstep.emailreply.text;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Knows lines such as "On Monday, 3 March 2025 at 12:00, X wrote:", wrapped or not. */
final class Introductions {
    private static final int MOST_LINES = 4;
    private static final int LONGEST = 400;
    private static final int LONGEST_WITHOUT_DATE = 150;

    private final Phrases verbs;
    private final Phrases verbsWithoutColon;
    private final Phrases openings;

    Introductions(Marks marks) {
        this.verbs = marks.phrases("verb");
        this.verbsWithoutColon = marks.phrases("verb-without-colon");
        this.openings = marks.phrases("opening");
    }

    /**
     * How many lines the introduction has that begins at a line; 0 if none does.
     *
     * @param quoteFollows whether what is quoted begins at a line or soon after it
     */
    int at(List<Line> lines, int at, IntPredicate quoteFollows) {
        for (int count = 1; count <= MOST_LINES && isText(lines, at + count - 1); count++) {
            if (isIntroduction(lines, at, count, quoteFollows)) {
                return count;
            }
        }
        return 0;
    }

    private boolean isIntroduction(List<Line> lines, int at, int count, IntPredicate quoteFollows) {
        String key = joined(lines, at, count);
        if (key.length() > LONGEST) {
            return count == 1 && isFollowedByItsQuote(key);
        }
        return (count == 1 || isBrokenOff(lines, at, count, quoteFollows))
                && (isSure(key)
                        || (count == 1 && isFollowedByItsQuote(key))
                        || (isLikely(key) && quoteFollows.test(at + count)));
    }

    private boolean isSure(String key) {
        boolean date = Evidence.hasDate(key);
        boolean address = Evidence.hasAddressInBrackets(key);
        boolean verb = verbs.isIn(key);
        if (endsInColon(key)) {
            return verb ? date || address : date && address && isAddressAtEnd(key);
        }
        return verb && (isBetweenDashes(key) || (date && endsWithoutColon(key)));
    }

    /** An introduction only if a quote follows: "X wrote:", or one in a language not known. */
    private boolean isLikely(String key) {
        return endsInColon(key)
                ? Evidence.mayHaveDate(key) || Evidence.hasAddress(key) || isShortWithVerb(key)
                : Evidence.hasDate(key) && opensWithDate(key) && isShortWithVerb(key);
    }

    private boolean isShortWithVerb(String key) {
        return key.length() <= LONGEST_WITHOUT_DATE && verbs.isIn(key);
    }

    /** The colon may be followed by a date in brackets. */
    private static boolean endsInColon(String key) {
        return key.endsWith(":") || (key.endsWith(")") && key.contains(": ("));
    }

    /** As some programs of phones write it, all in one line. */
    private boolean isFollowedByItsQuote(String key) {
        int end = verbs.indexIn(key);
        if (end < 0 || openings.atStartOf(key).isEmpty()) {
            return false;
        }
        String before = key.substring(0, end);
        return key.substring(end).stripLeading().startsWith(":")
                && Evidence.hasDate(before)
                && Evidence.hasAddressInBrackets(before);
    }

    private boolean isBrokenOff(List<Line> lines, int at, int count, IntPredicate quoteFollows) {
        String next = lines.get(at + 1).key();
        String first = lines.get(at).key();
        return first.endsWith("<")
                || continuesAName(next)
                || (verbs.isIn(first) && Evidence.hasAddressInBrackets(first))
                || (opens(first)
                        && !(opensWithDate(next)
                                && isIntroduction(lines, at + 1, count - 1, quoteFollows)));
    }

    private boolean continuesAName(String key) {
        return key.startsWith("<")
                || key.startsWith("[mailto:")
                || verbs.atStartOf(key).isPresent();
    }

    private boolean opens(String key) {
        return opensWithDate(key)
                || Evidence.hasDate(key)
                || Evidence.hasAddressInBrackets(key)
                || verbs.isIn(key);
    }

    private boolean opensWithDate(String key) {
        return openings.atStartOf(key).isPresent() && Evidence.hasDigit(key);
    }

    private boolean endsWithoutColon(String key) {
        return verbsWithoutColon.isAtEndOf(key) && openings.atStartOf(key).isPresent();
    }

    private static boolean isAddressAtEnd(String key) {
        String end = key.substring(0, key.length() - 1).stripTrailing();
        return end.endsWith(">") || end.endsWith(")") || end.endsWith("]");
    }

    private static boolean isBetweenDashes(String key) {
        return key.startsWith("--") && key.endsWith("--");
    }

    private static boolean isText(List<Line> lines, int at) {
        return at < lines.size() && !lines.get(at).blank() && !lines.get(at).isQuoted();
    }

    private static String joined(List<Line> lines, int at, int count) {
        return lines.subList(at, at + count).stream()
                .map(Line::key)
                .collect(Collectors.joining(" "));
    }
}

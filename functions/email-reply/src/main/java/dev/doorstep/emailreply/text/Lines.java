package dev.doorstep.emailreply.text;

import java.util.ArrayList;
import java.util.List;

/** Takes a text apart into lines, up to the limits of what is looked at. */
final class Lines {
    static final int MOST_CHARACTERS = 256 * 1024;
    static final int MOST_LINES = 5_000;

    private Lines() {}

    static List<Line> of(String text) {
        return texts(text).stream().map(Line::of).toList();
    }

    static boolean exceedsLimits(String text) {
        return text.length() > MOST_CHARACTERS
                || text.chars().filter(c -> c == '\n').count() >= MOST_LINES;
    }

    private static List<String> texts(String text) {
        int length = Math.min(text.length(), MOST_CHARACTERS);
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start <= length && lines.size() < MOST_LINES) {
            int end = endOfLine(text, start, length);
            lines.add(Spelling.trimEnd(text.substring(start, end)));
            start = end + lengthOfBreak(text, end);
        }
        return lines;
    }

    private static int endOfLine(String text, int start, int length) {
        int end = start;
        while (end < length && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int lengthOfBreak(String text, int end) {
        return text.startsWith("\r\n", end) ? 2 : 1;
    }
}

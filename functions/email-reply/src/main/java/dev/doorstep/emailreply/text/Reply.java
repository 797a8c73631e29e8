package dev.doorstep.emailreply.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A reply while it is taken apart: what each line is, and why. For one thread. */
final class Reply {

    /** What a line is. */
    enum Part {
        TEXT,
        QUOTE,
        SIGNATURE
    }

    private final List<Line> lines;
    private final Part[] parts;
    private final List<Rule> rules = new ArrayList<>();
    private final Set<Rule> known = EnumSet.noneOf(Rule.class);

    Reply(List<Line> lines) {
        this.lines = lines;
        this.parts = new Part[lines.size()];
        Arrays.fill(parts, Part.TEXT);
    }

    List<Line> lines() {
        return lines;
    }

    int size() {
        return parts.length;
    }

    Line line(int at) {
        return lines.get(at);
    }

    boolean isText(int at) {
        return parts[at] == Part.TEXT;
    }

    boolean isQuote(int at) {
        return parts[at] == Part.QUOTE;
    }

    void mark(int from, int to, Part part, Rule rule) {
        Arrays.fill(parts, from, to, part);
        note(rule);
    }

    void note(Rule rule) {
        if (known.add(rule)) {
            rules.add(rule);
        }
    }

    /** The first line from a line on that is not blank; the number of lines if there is none. */
    int nextFilled(int from) {
        int at = from;
        while (at < size() && lines.get(at).blank()) {
            at++;
        }
        return at;
    }

    /** The last line before a line that is not blank; -1 if there is none. */
    int lastFilledBefore(int at) {
        int last = at - 1;
        while (last >= 0 && lines.get(last).blank()) {
            last--;
        }
        return last;
    }

    NewText result() {
        return new NewText(
                joined(Part.TEXT),
                joined(Part.QUOTE),
                joined(Part.SIGNATURE),
                rules.stream().map(Rule::name).toList());
    }

    /** Blank lines stay where no cut is beside them. */
    private String joined(Part part) {
        List<String> kept = new ArrayList<>();
        boolean cut = true;
        for (int at = 0; at < size(); at++) {
            if (parts[at] != part) {
                cut = true;
            } else if (!lines.get(at).blank()) {
                if (cut) {
                    removeBlankEnd(kept);
                }
                kept.add(lines.get(at).text());
                cut = false;
            } else if (!cut) {
                kept.add("");
            }
        }
        removeBlankEnd(kept);
        return withoutIndent(String.join("\n", kept));
    }

    private static void removeBlankEnd(List<String> lines) {
        while (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
    }

    private static String withoutIndent(String text) {
        int start = 0;
        while (start < text.length() && Spelling.isSpace(text.charAt(start))) {
            start++;
        }
        return text.substring(start);
    }
}

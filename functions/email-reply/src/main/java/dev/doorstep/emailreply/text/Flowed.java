package dev.doorstep.emailreply.text;

import java.util.ArrayList;
import java.util.List;

/** Joins the lines of texts of {@code format=flowed} (RFC 3676). */
public final class Flowed {
    private static final String SIGNATURE = "-- ";

    private final boolean delSp;
    private final List<StringBuilder> paragraphs = new ArrayList<>();
    private int depth;
    private boolean flows;

    private Flowed(boolean delSp) {
        this.delSp = delSp;
    }

    /**
     * The text with each paragraph in one line. Quoted lines keep one {@code >} for each level.
     *
     * @param delSp whether the space that ends a line is not part of the text
     */
    public static String unflow(String text, boolean delSp) {
        Flowed flowed = new Flowed(delSp);
        text.lines().forEach(flowed::add);
        return String.join("\n", flowed.paragraphs);
    }

    private void add(String line) {
        int depthOfLine = depthOf(line);
        String content = unstuffed(line.substring(depthOfLine));
        if (flows && depthOfLine == depth && !content.equals(SIGNATURE)) {
            paragraphs.getLast().append(content);
        } else {
            paragraphs.add(quoted(depthOfLine).append(content));
        }
        depth = depthOfLine;
        flows = content.endsWith(" ") && !content.equals(SIGNATURE);
        if (flows && delSp) {
            paragraphs.getLast().setLength(paragraphs.getLast().length() - 1);
        }
    }

    private static int depthOf(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String unstuffed(String content) {
        return content.startsWith(" ") ? content.substring(1) : content;
    }

    private static StringBuilder quoted(int depth) {
        StringBuilder start = new StringBuilder(">".repeat(depth));
        return depth == 0 ? start : start.append(' ');
    }
}

package dev.doorstep.emailreply.text;

import dev.doorstep.emailreply.text.Line.Origin;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

import java.util.ArrayList;
import java.util.List;

/** The way through the elements of a reply, that collects its lines. For one thread. */
final class HtmlWalk implements NodeFilter {
    private static final String RULER = "_".repeat(32);

    private final OurLines ours;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private Origin origin = Origin.OPEN;
    private int depthOfOrigin;
    private boolean quotedToTheEnd;
    private boolean linked;
    private boolean textSeen;
    private int preformatted;
    private int characters;

    HtmlWalk(OurLines ours) {
        this.ours = ours;
    }

    List<Line> lines() {
        endFilledLine();
        return lines;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (lines.size() >= Lines.MOST_LINES || characters >= Lines.MOST_CHARACTERS) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            append(text.getWholeText());
        }
        return node instanceof Element element ? enter(element, depth) : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            leave(element, depth);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element, int depth) {
        if (HtmlMarks.isHidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (HtmlMarks.isBlock(element)) {
            endFilledLine();
        }
        preformatted += HtmlMarks.isPreformatted(element) ? 1 : 0;
        if (origin == Origin.OPEN && !quotedToTheEnd) {
            look(element, depth);
        }
        switch (element.normalName()) {
            case "br" -> endLine();
            case "hr" -> line.append(RULER);
            case "td", "th" -> space();
            case "table" -> endParagraph();
            case "a" -> linked |= ours.holdsHost(element.attr("href"));
            default -> {}
        }
        return FilterResult.CONTINUE;
    }

    private void look(Element element, int depth) {
        if (HtmlMarks.beginsQuote(element, textSeen)) {
            endFilledLine();
            quotedToTheEnd = true;
        } else if (HtmlMarks.isQuote(element)) {
            begin(depth, Origin.QUOTE);
        } else if (HtmlMarks.isSignature(element)) {
            begin(depth, Origin.SIGNATURE);
        }
    }

    private void begin(int depth, Origin of) {
        endFilledLine();
        depthOfOrigin = depth;
        origin = of;
    }

    private void leave(Element element, int depth) {
        preformatted -= HtmlMarks.isPreformatted(element) ? 1 : 0;
        boolean ends = origin != Origin.OPEN && depth == depthOfOrigin;
        if (ends || HtmlMarks.isBlock(element)) {
            endFilledLine();
        }
        if (ends) {
            origin = Origin.OPEN;
        }
        if (element.nameIs("table")) {
            endParagraph();
        }
    }

    private void append(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (preformatted > 0 && c == '\n') {
                endLine();
            } else if (preformatted > 0 || !isCollapsible(c)) {
                line.append(c);
            } else {
                space();
            }
        }
    }

    /** A space that a browser shows only once, and not at the start of a line. */
    private static boolean isCollapsible(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
    }

    private void space() {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    private void endParagraph() {
        endFilledLine();
        if (!lines.isEmpty() && !lines.getLast().blank()) {
            endLine();
        }
    }

    private void endFilledLine() {
        if (!line.isEmpty()) {
            endLine();
        }
    }

    private void endLine() {
        String text = Spelling.trimEnd(line.toString());
        Line ended = Line.of(text, quotedToTheEnd ? Origin.QUOTE : origin, linked);
        lines.add(ended);
        textSeen |= !ended.blank();
        characters += line.length() + 1;
        line.setLength(0);
        linked = false;
    }
}

package dev.doorstep.emailreply.text;

import dev.doorstep.emailreply.text.Reply.Part;

import java.util.List;
import java.util.Optional;

/** Finds signatures, closings and footers in what is not quoted. */
final class Signatures {
    private static final int MOST_LINES_BELOW_RULER = 12;
    private static final int LONGEST_DELIMITER = 2;

    private final SentFrom sentFrom;
    private final Closings closings;
    private final Contacts contacts;
    private final Phrases footers;

    Signatures(Marks marks) {
        this.sentFrom = new SentFrom(marks);
        this.closings = new Closings(marks);
        this.contacts = new Contacts(marks);
        this.footers = marks.phrases("footer");
    }

    void markIn(Reply reply, Names names) {
        boolean textAbove = false;
        int at = 0;
        while (at < reply.size()) {
            int end = endOfText(reply, at);
            if (end > at) {
                textAbove |= markIn(reply, at, end, textAbove, names);
            }
            at = Math.max(end, at + 1);
        }
    }

    /** Looks through lines of text that no quote interrupts; returns whether text is left. */
    private boolean markIn(Reply reply, int from, int end, boolean textAbove, Names names) {
        boolean text = textAbove;
        int mark = from - 1;
        for (int at = from; at < end; at++) {
            mark = at > mark ? nextMark(reply, at, end) : mark;
            Optional<Rule> rule = ruleAt(reply.lines(), at, at < mark ? mark : end, text, names);
            if (rule.isEmpty()) {
                text |= !reply.line(at).blank();
            } else if (rule.get() == Rule.SENT_FROM && !text) {
                reply.mark(at, at + 1, Part.SIGNATURE, Rule.SENT_FROM);
            } else {
                reply.mark(startOf(reply, at, rule.get()), end, Part.SIGNATURE, rule.get());
                return text;
            }
        }
        return text;
    }

    /** Some programs put the link of a footer's picture above it. */
    private static int startOf(Reply reply, int at, Rule rule) {
        int above = reply.lastFilledBefore(at);
        boolean isLinked = rule == Rule.FOOTER && above >= 0 && reply.isText(above);
        return isLinked && reply.line(above).key().startsWith("<http") ? above : at;
    }

    /** The next line that ends what a person writes, and that a closing may stand above. */
    private int nextMark(Reply reply, int from, int end) {
        int at = from;
        while (at < end && !isMark(reply.line(at))) {
            at++;
        }
        return at;
    }

    private boolean isMark(Line line) {
        return isDelimiter(line)
                || Separators.isLineOfUnderscores(line)
                || sentFrom.is(line)
                || footers.isPrefixOf(line.key());
    }

    private Optional<Rule> ruleAt(
            List<Line> lines, int at, int end, boolean textAbove, Names names) {
        Line line = lines.get(at);
        if (line.blank()) {
            return Optional.empty();
        }
        if (isDelimiter(line) || (line.isRuler() && isOver(lines, at, end, textAbove))) {
            return Optional.of(Rule.SIGNATURE_LINE);
        }
        if (sentFrom.is(line)) {
            return Optional.of(Rule.SENT_FROM);
        }
        if (footers.isPrefixOf(line.key())) {
            return Optional.of(Rule.FOOTER);
        }
        return textAbove && closings.at(lines, at, end, names)
                ? Optional.of(Rule.CLOSING)
                : Optional.empty();
    }

    private static boolean isDelimiter(Line line) {
        String text = line.text().strip();
        return text.length() <= LONGEST_DELIMITER
                && (text.equals("--") || text.equals("—") || text.equals("––"));
    }

    /** Whether a ruler has nothing below, or what looks like a signature. */
    private boolean isOver(List<Line> lines, int at, int end, boolean textAbove) {
        List<Line> below =
                lines.subList(at + 1, end).stream()
                        .filter(line -> !line.blank() && !line.isRuler())
                        .limit(MOST_LINES_BELOW_RULER + 1L)
                        .toList();
        return below.isEmpty()
                || (textAbove
                        && (Separators.isLineOfUnderscores(lines.get(at))
                                || isShortSignature(below)));
    }

    private boolean isShortSignature(List<Line> below) {
        return below.size() <= MOST_LINES_BELOW_RULER
                && below.stream().anyMatch(l -> contacts.isContact(l) || sentFrom.is(l));
    }

    private static int endOfText(Reply reply, int from) {
        int end = from;
        while (end < reply.size() && reply.isText(end)) {
            end++;
        }
        return end;
    }
}

package dev.doorstep.emailreply.text;

import java.util.List;

/** Knows closing formulas with the names and addresses below them. */
final class Closings {
    private static final int MOST_SHORT_LINES = 4;
    private static final int MOST_LINES = 15;
    private static final int LONGEST_LINE = 70;
    private static final int MOST_WORDS_OF_NAME = 3;

    private final ClosingFormula formula;
    private final Contacts contacts;
    private final Phrases titles;

    Closings(Marks marks) {
        this.formula = new ClosingFormula(marks);
        this.contacts = new Contacts(marks);
        this.titles = marks.phrases("title");
    }

    /** Whether a closing formula stands at a line, with nothing but its like below to an end. */
    boolean at(List<Line> lines, int at, int end, Names names) {
        Line line = lines.get(at);
        if (!formula.is(line) && !isNameAfterDash(lines, at) && !isNameAlone(lines, at, names)) {
            return false;
        }
        List<Line> below =
                lines.subList(at + 1, end).stream()
                        .filter(other -> !other.blank() && !other.isRuler())
                        .limit(MOST_LINES + 1L)
                        .toList();
        return below.isEmpty()
                || (isSigned(below, formula.isThanks(line)) && isShortOrAddress(below));
    }

    /** The customer's name or, if that is not known, what looks like one below a blank line. */
    private boolean isNameAlone(List<Line> lines, int at, Names names) {
        Line line = lines.get(at);
        return names.isEmpty()
                ? at > 0 && lines.get(at - 1).blank() && contacts.looksLikeName(line)
                : names.areAllOf(line, titles);
    }

    /** A name such as "-Jane Roe" that is not one of several points. */
    private static boolean isNameAfterDash(List<Line> lines, int at) {
        Line line = lines.get(at);
        return startsWithDash(line)
                && Character.isUpperCase(afterDash(line).codePointAt(0))
                && Spelling.words(line.key()).size() <= MOST_WORDS_OF_NAME
                && Contacts.isName(line)
                && (at == 0 || !startsWithDash(lines.get(at - 1)));
    }

    /** A hyphen with a space behind it begins a point of a list. */
    private static String afterDash(Line line) {
        String text = line.text().strip();
        return text.charAt(0) == '-' ? text.substring(1) : text.substring(1).strip();
    }

    private static boolean startsWithDash(Line line) {
        String text = line.text().strip();
        return text.length() > 1 && "-–—~".indexOf(text.charAt(0)) >= 0;
    }

    private boolean isSigned(List<Line> below, boolean nameNeeded) {
        Line first = below.getFirst();
        boolean named = Contacts.isName(first) || contacts.isContact(first);
        return (named || !nameNeeded) && below.stream().noneMatch(contacts::isSaid);
    }

    private boolean isShortOrAddress(List<Line> below) {
        return below.size() <= MOST_SHORT_LINES
                ? below.stream().allMatch(line -> isShort(line) || contacts.isContact(line))
                : below.size() <= MOST_LINES && below.stream().anyMatch(contacts::isContact);
    }

    private static boolean isShort(Line line) {
        return line.text().length() <= LONGEST_LINE;
    }
}

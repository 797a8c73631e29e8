package dev.doorstep.emailreply.text;

import java.util.List;

/** Knows closing formulas with the names and addresses below them. */
final class Closings {
    private static final int MOST_SHORT_LINES = 4;
    private static final int MOST_LINES = 15;
    private static final int LONGEST_LINE = 70;

    private final ClosingFormula formula;
    private final Contacts contacts;

    Closings(Marks marks) {
        this.formula = new ClosingFormula(marks);
        this.contacts = new Contacts(marks);
    }

    /** Whether a closing formula stands at a line, with nothing but its like below to an end. */
    boolean at(List<Line> lines, int at, int end) {
        Line line = lines.get(at);
        if (!formula.is(line)) {
            return false;
        }
        List<Line> below =
                lines.subList(at + 1, end).stream()
                        .filter(other -> !other.blank())
                        .limit(MOST_LINES + 1L)
                        .toList();
        return below.isEmpty()
                || (isSigned(below, formula.isThanks(line)) && isShortOrAddress(below));
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

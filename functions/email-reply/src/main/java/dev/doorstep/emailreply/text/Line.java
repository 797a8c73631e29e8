package dev.doorstep.emailreply.text;

/**
 * A line of a reply.
 *
 * @param key its beginning in the form in which the marks are written
 * @param linked whether it holds a link to us that its text does not show
 */
record Line(String text, String key, boolean blank, Origin origin, boolean linked) {

    /** What the HTML around a line says of it. */
    enum Origin {
        OPEN,
        QUOTE,
        SIGNATURE
    }

    static Line of(String text) {
        return of(text, Origin.OPEN, false);
    }

    static Line of(String text, Origin origin, boolean linked) {
        return new Line(text, Spelling.key(text), Spelling.isBlank(text), origin, linked);
    }

    boolean isQuoted() {
        return origin == Origin.QUOTE || key.startsWith(">") || key.startsWith("&gt;");
    }

    /** A line of nothing but dashes, underscores and the like. */
    boolean isRuler() {
        return text.length() >= 3 && !blank && ruled(text) && text.length() < 200;
    }

    private static boolean ruled(String text) {
        return text.chars().allMatch(c -> "-_=~#*—–─━‐‑".indexOf(c) >= 0 || Spelling.isSpace(c));
    }
}

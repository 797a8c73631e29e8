package dev.doorstep.emailreply.text;

/** What stands above a quoted mail, or its first lines if nothing does. */
record Heading(Rule rule, int lines) {

    Heading {
        if (lines < 1) {
            throw new IllegalArgumentException("a heading has lines");
        }
    }
}

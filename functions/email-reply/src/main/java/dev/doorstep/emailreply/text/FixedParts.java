package dev.doorstep.emailreply.text;

import java.util.ArrayList;
import java.util.List;

/** What a pattern of {@link java.text.MessageFormat} always says: its text between placeholders. */
final class FixedParts {
    private final List<String> parts = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private int braces;
    private boolean quoting;

    private FixedParts() {}

    static List<String> of(String pattern) {
        FixedParts fixed = new FixedParts();
        for (int i = 0; i < pattern.length(); i++) {
            i += fixed.read(pattern, i);
        }
        fixed.endPart();
        return fixed.parts;
    }

    /** Takes one character in, and returns how many more it has taken. */
    private int read(String pattern, int i) {
        char c = pattern.charAt(i);
        if (c == '\'') {
            return apostrophe(pattern, i);
        }
        if (c == '{' && !quoting) {
            braces++;
            endPart();
        } else if (c == '}' && !quoting && braces > 0) {
            braces--;
        } else if (braces == 0) {
            part.append(c);
        }
        return 0;
    }

    private int apostrophe(String pattern, int i) {
        if (pattern.startsWith("''", i)) {
            part.append('\'');
            return 1;
        }
        quoting = !quoting;
        return 0;
    }

    private void endPart() {
        parts.add(part.toString());
        part.setLength(0);
    }
}

package dev.doorstep.emailreply.text;

import java.util.List;

/** Knows lines such as "Sent from my iPhone". */
final class SentFrom {
    private static final int MOST_WORDS = 12;

    private final Phrases beginnings;
    private final Phrases ends;
    private final Phrases devices;
    private final Phrases apps;

    SentFrom(Marks marks) {
        this.beginnings = marks.phrases("sent-from").and(marks.words("sent-from"));
        this.ends = marks.phrases("sent-from-end");
        this.devices = marks.phrases("device");
        this.apps = marks.phrases("device-app");
    }

    boolean is(Line line) {
        String key = withoutBracket(withoutAddress(line.key()));
        return Spelling.words(key).size() <= MOST_WORDS
                && !key.endsWith("?")
                && (apps.isIn(key) || isSigned(key, line.text()));
    }

    private boolean isSigned(String key, String text) {
        String bare = withoutPunctuation(key);
        if (beginnings.isPrefixOf(key)) {
            return devices.beginsAWordOf(key) || endsInName(text, key);
        }
        return ends.isAtEndOf(bare) && devices.beginsAWordOf(bare);
    }

    /** The model of a phone that is not known by name: one to three words, none of them common. */
    private boolean endsInName(String text, String key) {
        List<String> words = List.of(text.strip().split("\\s+"));
        String last = words.getLast();
        return key.startsWith("sent from my")
                && words.size() <= 6
                && Character.isUpperCase(last.codePointAt(0));
    }

    private static String withoutBracket(String key) {
        return key.startsWith("(") || key.startsWith("[") ? key.substring(1).strip() : key;
    }

    private static String withoutAddress(String key) {
        int address = key.indexOf("http");
        return (address > 0 ? key.substring(0, address) : key).strip();
    }

    private static String withoutPunctuation(String key) {
        int end = key.length();
        while (end > 0 && !Character.isLetterOrDigit(key.charAt(end - 1))) {
            end--;
        }
        return key.substring(0, end);
    }
}

package dev.doorstep.emailreply.text;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows lines such as "Kind regards", "Danke und viele Grüße aus Bonn", "Best, Anna". */
final class ClosingFormula {
    private static final int MOST_WORDS = 10;
    private static final int MOST_WORDS_OF_NAME = 3;

    private final Phrases surely;
    private final Phrases formulas;
    private final Phrases thanks;
    private final Phrases joining;

    ClosingFormula(Marks marks) {
        this.thanks = marks.phrases("closing-thanks").andWithoutAccents();
        this.surely = marks.phrases("closing").andWithoutAccents();
        this.formulas = surely.and(marks.words("closing")).andWithoutAccents();
        this.joining = marks.phrases("joining");
    }

    boolean is(Line line) {
        String rest = bare(line.key());
        if (Spelling.words(rest).size() > MOST_WORDS) {
            return false;
        }
        boolean found = false;
        boolean closes = false;
        Optional<String> phrase = phraseAt(rest);
        while (phrase.isPresent()) {
            found = true;
            String after = rest.substring(phrase.get().length()).stripLeading();
            closes |= !isThanks(phrase.get()) || after.startsWith(",");
            rest = afterJoining(bare(after), closes);
            phrase = phraseAt(rest);
        }
        return found && (rest.isEmpty() || (closes && isNameAtEnd(line.text(), rest)));
    }

    /** Whether the formula is one that a text may begin with as well. */
    boolean isThanks(Line line) {
        return phraseAt(bare(line.key())).map(this::isThanks).orElse(false);
    }

    private boolean isThanks(String phrase) {
        return !surely.hasExactly(phrase) && thanks.atStartOf(phrase).isPresent();
    }

    private Optional<String> phraseAt(String key) {
        return Stream.of(formulas, thanks)
                .flatMap(phrases -> phrases.atStartOf(key).stream())
                .max(Comparator.comparingInt(String::length));
    }

    private String afterJoining(String rest, boolean closes) {
        String joined = bare(rest.substring(joining.atStartOf(rest).map(String::length).orElse(0)));
        return closes || phraseAt(joined).isPresent() ? joined : rest;
    }

    private static boolean isNameAtEnd(String text, String rest) {
        String[] words = text.strip().split("\\s+");
        int count = rest.split("\\s+").length;
        if (count > MOST_WORDS_OF_NAME || count >= words.length) {
            return false;
        }
        for (int i = words.length - count; i < words.length; i++) {
            if (Character.isLowerCase(words[i].codePointAt(0)) || Evidence.hasDigit(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Without what is neither letter nor digit at both ends. */
    private static String bare(String key) {
        int start = 0;
        int end = key.length();
        while (start < end && !Character.isLetterOrDigit(key.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(key.charAt(end - 1))) {
            end--;
        }
        return key.substring(start, end);
    }
}

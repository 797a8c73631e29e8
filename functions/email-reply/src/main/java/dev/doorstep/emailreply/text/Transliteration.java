package dev.doorstep.emailreply.text;

import static java.lang.Character.UnicodeScript.ARABIC;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Optional;

/**
 * Compares names in Arabic and in Latin letters by the consonants that both write: many send their
 * mails as "Rania" and sign in Arabic.
 */
final class Transliteration {
    private static final int FEWEST_CONSONANTS = 2;
    private static final Map<Character, Character> OF_ARABIC =
            Map.ofEntries(
                    Map.entry('ب', 'b'),
                    Map.entry('ت', 't'),
                    Map.entry('ث', 't'),
                    Map.entry('ج', 'g'),
                    Map.entry('خ', 'k'),
                    Map.entry('د', 'd'),
                    Map.entry('ذ', 'd'),
                    Map.entry('ر', 'r'),
                    Map.entry('ز', 'z'),
                    Map.entry('س', 's'),
                    Map.entry('ش', 's'),
                    Map.entry('ص', 's'),
                    Map.entry('ض', 'd'),
                    Map.entry('ط', 't'),
                    Map.entry('ظ', 'z'),
                    Map.entry('غ', 'g'),
                    Map.entry('ف', 'f'),
                    Map.entry('ق', 'k'),
                    Map.entry('ك', 'k'),
                    Map.entry('ل', 'l'),
                    Map.entry('م', 'm'),
                    Map.entry('ن', 'n'));
    private static final Map<Character, Character> OF_LATIN =
            Map.of('c', 'k', 'q', 'k', 'j', 'g', 'p', 'b', 'v', 'f');
    private static final String UNWRITTEN = "aeiouhwy";

    private Transliteration() {}

    /** Empty for words in other letters, or of which too little is left to know them by. */
    static Optional<String> ofArabic(String word) {
        boolean isArabic = word.codePoints().allMatch(c -> UnicodeScript.of(c) == ARABIC);
        return isArabic ? enough(consonants(word, OF_ARABIC)) : Optional.empty();
    }

    /** Empty as for {@link #ofArabic}. */
    static Optional<String> ofLatin(String word) {
        boolean isLatin = word.chars().allMatch(c -> 'a' <= c && c <= 'z');
        return isLatin
                ? enough(consonants(word.replace("ch", "s").replace("ph", "f"), OF_LATIN))
                : Optional.empty();
    }

    private static Optional<String> enough(String consonants) {
        return Optional.of(consonants).filter(all -> all.length() >= FEWEST_CONSONANTS);
    }

    private static String consonants(String word, Map<Character, Character> letters) {
        StringBuilder consonants = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char letter = letters.getOrDefault(word.charAt(i), word.charAt(i));
            boolean isWritten = 'a' <= letter && letter <= 'z' && UNWRITTEN.indexOf(letter) < 0;
            if (isWritten && !endsWith(consonants, letter)) {
                consonants.append(letter);
            }
        }
        return consonants.toString();
    }

    private static boolean endsWith(StringBuilder text, char letter) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == letter;
    }
}

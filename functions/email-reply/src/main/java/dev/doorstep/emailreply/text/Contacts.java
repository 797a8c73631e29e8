package dev.doorstep.emailreply.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Knows the lines of which the block below a closing is made: names, titles, telephones. */
final class Contacts {
    private static final int LONGEST_NAME = 50;
    private static final int WORDS_OF_FULL_NAME = 3;
    private static final int MOST_WORDS_OF_NAME = 5;
    private static final int LONGEST_CONTACT = 140;
    private static final int DIGITS_OF_PHONE = 6;
    private static final int DIGITS_OF_SCORE = 3;
    private static final int WORDS_OF_SENTENCE = 4;
    private static final int FEWEST_LETTERS = 3;
    private static final int HIGHEST_NUMBER = 10;

    /** What somebody may answer in one word, with a capital letter as if it were a name. */
    private static final List<String> ANSWERS =
            List.of("good", "bad", "thanks", "greeting", "please", "unsubscribe", "after");

    private final Phrases contact;
    private final Set<String> answers = new HashSet<>();

    Contacts(Marks marks) {
        this.contact = marks.phrases("contact");
        IntStream.rangeClosed(0, HIGHEST_NUMBER)
                .forEach(number -> answers.addAll(marks.words("number." + number)));
        ANSWERS.forEach(key -> answers.addAll(marks.words(key)));
    }

    boolean isContact(Line line) {
        String key = line.key();
        return key.length() <= LONGEST_CONTACT
                && (Evidence.hasAddress(key)
                        || key.contains("www.")
                        || key.contains("http")
                        || digits(key) >= DIGITS_OF_PHONE
                        || (contact.isIn(key) && Evidence.hasDigit(key))
                        || contact.atStartOf(key).isPresent());
    }

    static boolean isName(Line line) {
        String text = line.text().strip();
        String[] words = text.split("\\s+");
        return text.length() <= LONGEST_NAME
                && words.length <= MOST_WORDS_OF_NAME
                && digits(text) == 0
                && text.chars().noneMatch(c -> "?!:;".indexOf(c) >= 0)
                && !(text.endsWith(".") && words.length > 2)
                && (words.length == 1 || isMostlyCapital(words));
    }

    /** A sentence, a postscript or a score: nobody signs with these. */
    boolean isSaid(Line line) {
        if (line.key().startsWith("ps:") || line.key().startsWith("p.s.")) {
            return true;
        }
        return !isContact(line) && (isScore(line) || isSentence(line));
    }

    private static boolean isScore(Line line) {
        int digits = digits(line.key());
        return Spelling.words(line.key()).size() <= 1 && digits > 0 && digits <= DIGITS_OF_SCORE;
    }

    private static boolean isSentence(Line line) {
        String text = line.text().strip();
        return ".!?".indexOf(text.charAt(text.length() - 1)) >= 0
                && text.split("\\s+").length >= WORDS_OF_SENTENCE;
    }

    /** What a customer may be called of whom nothing is known. */
    boolean looksLikeName(Line line) {
        return isFullName(line) || isFirstName(line);
    }

    private boolean isFirstName(Line line) {
        String word = line.text().strip();
        return word.length() >= FEWEST_LETTERS
                && word.chars().allMatch(Character::isLetter)
                && Character.isUpperCase(word.charAt(0))
                && word.chars().skip(1).allMatch(Character::isLowerCase)
                && !answers.contains(line.key());
    }

    /** First and last name, each with a capital letter. */
    private static boolean isFullName(Line line) {
        String[] words = line.text().strip().split("\\s+");
        return isName(line)
                && words.length > 1
                && words.length <= WORDS_OF_FULL_NAME
                && Stream.of(words).allMatch(word -> Character.isUpperCase(word.codePointAt(0)))
                && Stream.of(words).anyMatch(word -> Character.isLowerCase(lastOf(word)));
    }

    private static int lastOf(String word) {
        return word.codePointBefore(word.length());
    }

    private static boolean isMostlyCapital(String[] words) {
        int small = 0;
        for (String word : words) {
            small += Character.isLowerCase(word.codePointAt(0)) ? 1 : 0;
        }
        return small * 3 <= words.length;
    }

    private static int digits(String text) {
        return (int) text.chars().filter(Character::isDigit).count();
    }
}

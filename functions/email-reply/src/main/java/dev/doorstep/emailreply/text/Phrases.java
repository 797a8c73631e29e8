package dev.doorstep.emailreply.text;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Phrases of mail programs and people that are looked for in the key of a line. */
final class Phrases {
    private final Set<String> phrases;
    private final Map<Character, List<String>> byFirst;

    private Phrases(Collection<String> phrases) {
        this.phrases = Set.copyOf(phrases);
        this.byFirst = this.phrases.stream().collect(groupingBy(phrase -> phrase.charAt(0)));
    }

    static Phrases of(Collection<String> phrases) {
        return new Phrases(phrases);
    }

    Phrases and(Collection<String> more) {
        Set<String> all = new HashSet<>(phrases);
        all.addAll(more);
        return new Phrases(all);
    }

    /** The same and how people write it who leave accents out. */
    Phrases andWithoutAccents() {
        return and(phrases.stream().map(Spelling::withoutAccents).toList());
    }

    void forEach(Consumer<String> action) {
        phrases.forEach(action);
    }

    boolean hasExactly(String key) {
        return phrases.contains(key);
    }

    /** The longest phrase that a key begins with, ending where a word ends. */
    Optional<String> atStartOf(String key) {
        return at(key, 0);
    }

    /** Whether a key holds one of the phrases as whole words. */
    boolean isIn(String key) {
        return indexIn(key) >= 0;
    }

    /** The end of the first phrase that a key holds as whole words; -1 if it holds none. */
    int indexIn(String key) {
        for (int at = 0; at < key.length(); at++) {
            Optional<String> phrase = startsWord(key, at) ? at(key, at) : Optional.empty();
            if (phrase.isPresent()) {
                return at + phrase.get().length();
            }
        }
        return -1;
    }

    /** Whether a word of a key begins with one of the phrases. */
    boolean beginsAWordOf(String key) {
        for (int at = 0; at < key.length(); at++) {
            if (startsWord(key, at) && isPrefixed(key, at)) {
                return true;
            }
        }
        return false;
    }

    boolean isAtEndOf(String key) {
        return phrases.stream().anyMatch(key::endsWith);
    }

    /** Whether a key begins with one of the phrases, be it in the middle of a word. */
    boolean isPrefixOf(String key) {
        return !key.isEmpty() && isPrefixed(key, 0);
    }

    private boolean isPrefixed(String key, int at) {
        return from(key, at).stream().anyMatch(phrase -> key.startsWith(phrase, at));
    }

    private Optional<String> at(String key, int at) {
        String longest = "";
        for (String phrase : from(key, at)) {
            if (phrase.length() > longest.length()
                    && key.startsWith(phrase, at)
                    && endsWord(key, at + phrase.length())) {
                longest = phrase;
            }
        }
        return longest.isEmpty() ? Optional.empty() : Optional.of(longest);
    }

    private List<String> from(String key, int at) {
        return at < key.length() ? byFirst.getOrDefault(key.charAt(at), List.of()) : List.of();
    }

    private static boolean startsWord(String key, int at) {
        return at == 0
                || !Spelling.joinsWords(key.charAt(at - 1))
                || !Spelling.joinsWords(key.charAt(at));
    }

    private static boolean endsWord(String key, int end) {
        return end == key.length()
                || !Spelling.joinsWords(key.charAt(end - 1))
                || !Spelling.joinsWords(key.charAt(end));
    }
}

package dev.doorstep.emailreply.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a customer is known to be called. */
record Names(Set<String> words) {
    private static final int MOST_WORDS = 4;

    Names {
        words = Set.copyOf(words);
    }

    static Names of(Collection<String> names) {
        Set<String> words = new HashSet<>();
        names.forEach(name -> words.addAll(Spelling.words(name)));
        return new Names(words);
    }

    Names and(Collection<String> more) {
        Set<String> all = new HashSet<>(words);
        all.addAll(more);
        return new Names(all);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether a line holds nothing but these names, or the first letters of some. */
    boolean areAllOf(Line line) {
        if (Evidence.hasDigit(line.key())) {
            return false;
        }
        List<String> found = new ArrayList<>(Spelling.words(line.key()));
        boolean named = found.removeIf(words::contains);
        return named && found.size() < MOST_WORDS && found.stream().allMatch(this::isInitial);
    }

    private boolean isInitial(String word) {
        return word.length() == 1 && words.stream().anyMatch(name -> name.startsWith(word));
    }
}

package dev.doorstep.emailreply.text;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a customer is known to be called. */
final class Names {
    private static final int MOST_WORDS = 4;

    private final Set<String> words;
    private final Set<String> consonants;

    private Names(Set<String> words) {
        this.words = Set.copyOf(words);
        this.consonants =
                words.stream()
                        .map(Transliteration::ofLatin)
                        .flatMap(Optional::stream)
                        .collect(toUnmodifiableSet());
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

    /**
     * Whether a line holds nothing but these names, or the first letters of some.
     *
     * @param titles what may stand beside them
     */
    boolean areAllOf(Line line, Phrases titles) {
        if (Evidence.hasDigit(line.key())) {
            return false;
        }
        List<String> found = new ArrayList<>(Spelling.words(line.key()));
        boolean named = found.removeIf(this::isKnown);
        return named
                && found.size() < MOST_WORDS
                && found.stream().allMatch(word -> isInitial(word) || titles.hasExactly(word));
    }

    private boolean isKnown(String word) {
        return words.contains(word)
                || Transliteration.ofArabic(word).filter(consonants::contains).isPresent();
    }

    private boolean isInitial(String word) {
        return word.length() == 1 && words.stream().anyMatch(name -> name.startsWith(word));
    }
}

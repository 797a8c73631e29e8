package dev.doorstep.emailreply.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The texts that we send, so as to know them again in a reply, wrapped anew or not. */
public final class SentText {
    private static final int SHINGLE = 3;
    private static final int LONGEST_LABEL = 2;
    private static final int MOST_WORDS_AFTER_LABEL = 4;

    private final Set<String> shingles = new HashSet<>();
    private final Set<String> labels = new HashSet<>();

    private SentText(Collection<String> patterns) {
        patterns.forEach(this::learn);
    }

    /**
     * @param patterns of {@link java.text.MessageFormat}, in any languages; a placeholder stands
     *     for anything
     */
    public static SentText of(Collection<String> patterns) {
        return new SentText(patterns);
    }

    public static SentText none() {
        return new SentText(List.of());
    }

    /**
     * How many words of a line are known to be ours; 0 if the line does not count as ours, because
     * they are too few.
     */
    int wordsKnownIn(String line) {
        if (shingles.isEmpty()) {
            return 0;
        }
        List<String> words = Spelling.words(line);
        int known = known(words);
        return known >= SHINGLE && known * 3L >= words.size() * 2L ? known : 0;
    }

    /** Whether a line may be one of our short texts; such a line says little by itself. */
    boolean isLabel(String line) {
        List<String> words = Spelling.words(line);
        for (int count = 1; count <= Math.min(LONGEST_LABEL, words.size()); count++) {
            if (labels.contains(shingle(words, 0, count))
                    && words.size() - count <= MOST_WORDS_AFTER_LABEL) {
                return true;
            }
        }
        return false;
    }

    /** The words of a line behind our label, such as the name in "Hello Jane Roe,". */
    List<String> wordsAfterLabel(String line) {
        List<String> words = Spelling.words(line);
        for (int count = Math.min(LONGEST_LABEL, words.size()); count > 0; count--) {
            if (labels.contains(shingle(words, 0, count))) {
                return words.subList(count, words.size());
            }
        }
        return List.of();
    }

    private void learn(String pattern) {
        List<String> parts = FixedParts.of(pattern);
        List<String> first = Spelling.words(parts.getFirst());
        if (!first.isEmpty() && first.size() <= LONGEST_LABEL) {
            labels.add(shingle(first, 0, first.size()));
        }
        for (String part : parts) {
            shingles.addAll(shingles(Spelling.words(part)));
        }
    }

    private int known(List<String> words) {
        int known = 0;
        int counted = 0;
        for (int at = 0; at + SHINGLE <= words.size(); at++) {
            if (shingles.contains(shingle(words, at, SHINGLE))) {
                known += at + SHINGLE - Math.max(counted, at);
                counted = at + SHINGLE;
            }
        }
        return known;
    }

    private static List<String> shingles(List<String> words) {
        List<String> shingles = new ArrayList<>();
        for (int at = 0; at + SHINGLE <= words.size(); at++) {
            shingles.add(shingle(words, at, SHINGLE));
        }
        return shingles;
    }

    private static String shingle(List<String> words, int at, int count) {
        return String.join(" ", words.subList(at, at + count));
    }
}

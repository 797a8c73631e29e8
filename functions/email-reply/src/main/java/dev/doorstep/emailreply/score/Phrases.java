package dev.doorstep.emailreply.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A set of words and phrases that finds the longest one at a place. */
final class Phrases {
    private final Map<String, Phrases> next = new HashMap<>();
    private boolean isEnd;

    void add(List<String> phrase) {
        Phrases node = this;
        for (String word : phrase) {
            node = node.next.computeIfAbsent(word, _ -> new Phrases());
        }
        node.isEnd = node != this;
    }

    /** How many tokens the longest phrase has that begins there; 0 if none does. */
    int lengthAt(Tokens tokens, int start) {
        int longest = 0;
        int at = start;
        Phrases node = next.get(tokens.at(at).text());
        while (node != null) {
            at++;
            if (node.isEnd) {
                longest = at - start;
            }
            node = node.next.get(tokens.at(at).text());
        }
        return longest;
    }
}

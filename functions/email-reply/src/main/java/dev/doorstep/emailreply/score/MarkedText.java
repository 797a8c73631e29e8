package dev.doorstep.emailreply.score;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/** The tokens of a text with the roles that its words play. For one thread. */
final class MarkedText {
    private static final int LONGEST_PHRASE = 12;

    private final Tokens tokens;
    private final Words words;
    private final Map<Role, Spans> spans = new EnumMap<>(Role.class);

    MarkedText(String text, Words words) {
        this.tokens = Tokens.of(Fold.text(text));
        this.words = words;
    }

    Words words() {
        return words;
    }

    int size() {
        return tokens.size();
    }

    Token at(int index) {
        return tokens.at(index);
    }

    /** How many tokens the phrase of this role has that begins there; 0 if there is none. */
    int length(Role role, int index) {
        return 0 <= index && index < size() ? spans(role).lengths[index] : 0;
    }

    boolean begins(Role role, int index) {
        return length(role, index) > 0;
    }

    /** Whether the token belongs to a phrase of this role. */
    boolean has(Role role, int index) {
        return index >= 0 && spans(role).covered.get(index);
    }

    /** Whether a phrase of this role ends just before the token. */
    boolean endsBefore(Role role, int index) {
        return index >= 0 && spans(role).ends.get(index);
    }

    /** Where the longest phrase of this role begins that ends just before the token. */
    int start(Role role, int end) {
        int start = end;
        for (int at = end - 1; at >= Math.max(0, end - LONGEST_PHRASE); at--) {
            start = at + length(role, at) == end ? at : start;
        }
        return start;
    }

    OptionalInt number(int index) {
        Token token = at(index);
        return switch (token.kind()) {
            case NUMBER -> OptionalInt.of(token.value());
            case WORD -> words.number(token.text());
            case SIGN, BREAK, NOTHING -> OptionalInt.empty();
        };
    }

    /** A question mark; in Greek also the sign that others write as a semicolon. */
    boolean isQuestion(int index) {
        return at(index).isSign("?") || (words.isLanguage("el") && at(index).isSign(";"));
    }

    private Spans spans(Role role) {
        return spans.computeIfAbsent(role, _ -> new Spans(words.phrases(role), tokens));
    }

    private static final class Spans {
        private final byte[] lengths;
        private final BitSet covered = new BitSet();
        private final BitSet ends = new BitSet();

        Spans(Phrases phrases, Tokens tokens) {
            lengths = new byte[tokens.size()];
            for (int at = 0; at < tokens.size(); at++) {
                lengths[at] = (byte) phrases.lengthAt(tokens, at);
                if (lengths[at] > 0) {
                    covered.set(at, at + lengths[at]);
                    ends.set(at + lengths[at]);
                }
            }
        }
    }
}

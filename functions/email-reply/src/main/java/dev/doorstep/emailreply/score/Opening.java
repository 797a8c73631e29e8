package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Token.Kind;

/** The greeting that a text may begin with. */
final class Opening {
    private static final int LONGEST_NAME = 5;
    private static final int MOST_GREETINGS = 3;

    private final MarkedText text;

    Opening(MarkedText text) {
        this.text = text;
    }

    /** Where the text begins behind its greeting. */
    int end() {
        int start = skipSigns(0);
        for (int i = 0; i < MOST_GREETINGS && text.begins(Role.GREETING, start); i++) {
            start = skipSigns(endOfGreeting(start + text.length(Role.GREETING, start)));
        }
        return start;
    }

    /** "Hello dear team," ends with its comma, "Hello 9" with the word. */
    private int endOfGreeting(int afterWord) {
        for (int at = afterWord; at <= afterWord + LONGEST_NAME; at++) {
            Token token = text.at(at);
            if (token.isEdge() || token.isSignOf(",!.:;")) {
                return at;
            }
            if (!isName(token)) {
                break;
            }
        }
        return afterWord;
    }

    private static boolean isName(Token token) {
        return token.is(Kind.WORD) || token.isSignOf("-&'");
    }

    private int skipSigns(int start) {
        int at = start;
        while (text.at(at).is(Kind.BREAK) || text.at(at).isSignOf(",!.:;")) {
            at++;
        }
        return at;
    }
}

package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Token.Kind;

/** Where clauses and sentences begin and end. */
final class Scope {
    private final MarkedText text;

    Scope(MarkedText text) {
        this.text = text;
    }

    int startOfSentence(int at) {
        int start = at;
        while (start > 0 && !endsSentence(start - 1)) {
            start--;
        }
        return start;
    }

    /** Behind the last token of the sentence, its full stop not included. */
    int endOfSentence(int at) {
        int end = at;
        while (end < text.size() && !endsSentence(end)) {
            end++;
        }
        return end;
    }

    int startOfClause(int at) {
        int start = at;
        while (start > 0 && !endsSentence(start - 1) && !endsClause(start - 1)) {
            start--;
        }
        return start;
    }

    int endOfClause(int at) {
        int end = at;
        while (end < text.size() && !endsSentence(end) && !endsClause(end)) {
            end++;
        }
        return end;
    }

    boolean endsSentence(int at) {
        Token token = text.at(at);
        return switch (token.kind()) {
            case NOTHING -> true;
            case BREAK -> isHard(at);
            case SIGN -> isStop(at);
            case WORD, NUMBER -> false;
        };
    }

    boolean endsClause(int at) {
        Token token = text.at(at);
        return token.is(Kind.BREAK)
                || token.isSignOf(",:;()…–—.")
                || (token.isSign("-") && !text.at(at + 1).isGlued())
                || (text.begins(Role.BECAUSE, at) && !text.begins(Role.FOR, at))
                || text.begins(Role.BUT, at);
    }

    /** Mail programs wrap long lines; what goes on with a small letter is one sentence. */
    private boolean isHard(int at) {
        Token next = text.at(at + 1);
        return next.isEdge() || isStop(at - 1) || next.isCapital() || !next.is(Kind.WORD);
    }

    private boolean isStop(int at) {
        Token token = text.at(at);
        if (token.isSignOf("!?")) {
            return true;
        }
        boolean isDots = text.at(at - 1).isSign(".") || text.at(at + 1).isSign(".");
        boolean goesOn = text.at(at + 1).isGlued() && text.at(at + 1).is(Kind.WORD);
        return token.isSign(".") && !isDots && !goesOn;
    }
}

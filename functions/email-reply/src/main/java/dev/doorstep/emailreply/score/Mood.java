package dev.doorstep.emailreply.score;

import dev.doorstep.programme.Metric;

import java.util.stream.IntStream;

/** Tells where the words of a text plainly say the opposite of its score. */
final class Mood {
    private static final int NEAR = 3;

    private final MarkedText text;
    private final Scope scope;
    private final Metric metric;

    Mood(MarkedText text, Metric metric) {
        this.text = text;
        this.scope = new Scope(text);
        this.metric = metric;
    }

    /** "10, terrible": the number may be taken, and people be told. */
    boolean contradicts(Candidate told) {
        return isHigh(told) && isOnly(Role.BAD, Role.GOOD);
    }

    /**
     * "1, excellent", for which 1 may be the best as at school, and "10 for losing it": the number
     * must not be taken.
     */
    boolean isOppositeOf(Candidate told) {
        boolean isPraised =
                metric.isDetractor(told.value()) && isOnly(Role.GOOD, Role.BAD) && !isNegative();
        return isPraised || (isHigh(told) && isForSomethingBad(told));
    }

    private boolean isHigh(Candidate told) {
        return told.value() >= metric.highest() - 1;
    }

    private boolean isForSomethingBad(Candidate told) {
        int after = told.end() + text.length(Role.RATING_AFTER, told.end());
        return text.begins(Role.FOR, after)
                && IntStream.range(after, scope.endOfClause(after))
                        .anyMatch(at -> text.begins(Role.BAD, at));
    }

    private boolean isOnly(Role said, Role opposite) {
        boolean isSaid = false;
        for (int at = 0; at < text.size(); at++) {
            if (text.begins(opposite, at)) {
                return false;
            }
            isSaid |= text.begins(said, at) && !isNegated(at);
        }
        return isSaid;
    }

    private boolean isNegated(int at) {
        for (int before = at - 1; before >= at - NEAR; before--) {
            if (text.has(Role.NEGATION, before)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNegative() {
        for (int at = 0; at < text.size(); at++) {
            if (text.begins(Role.NEGATION, at) || text.begins(Role.BUT, at)) {
                return true;
            }
        }
        return false;
    }
}

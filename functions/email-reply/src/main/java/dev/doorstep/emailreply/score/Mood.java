package dev.doorstep.emailreply.score;

import dev.doorstep.programme.Metric;

/** Whether the words of a text plainly say the opposite of its score. */
final class Mood {
    private static final int NEAR = 3;

    private final MarkedText text;

    Mood(MarkedText text) {
        this.text = text;
    }

    boolean contradicts(int score, Metric metric) {
        return (score >= metric.highest() - 1 && isOnly(Role.BAD, Role.GOOD))
                || (metric.isDetractor(score) && isOnly(Role.GOOD, Role.BAD) && !isNegative());
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

package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Token.Kind;
import dev.doorstep.programme.Metric;

import java.util.Optional;
import java.util.OptionalInt;

/** Reads stars: people think of five of them, whatever the scale. */
final class Stars {
    private static final int MOST = 5;
    private static final String FULL = "★⭐🌟✭";
    private static final String EMPTY = "☆✩";

    private final MarkedText text;
    private final Metric metric;
    private int full;
    private int empty;

    Stars(MarkedText text, Metric metric) {
        this.text = text;
        this.metric = metric;
    }

    /** Empty if stars settle nothing. */
    Optional<Reading> reading() {
        if (isNothingElse() && full > 0) {
            return Optional.of(isOfScale() ? alone() : unclear());
        }
        return metric.highest() != MOST && isCounted() ? Optional.of(unclear()) : Optional.empty();
    }

    private Reading alone() {
        return new Reading.Score(full, Tier.ALONE, false);
    }

    private static Reading unclear() {
        return new Reading.Unclear(Cause.OTHER_SCALE);
    }

    private boolean isOfScale() {
        return metric.highest() == MOST && full <= MOST && (empty == 0 || full + empty == MOST);
    }

    private boolean isNothingElse() {
        Tail tail = new Tail(text);
        int at = new Opening(text).end();
        while (isStar(text.at(at))) {
            full += text.at(at).isSignOf(FULL) ? 1 : 0;
            empty += text.at(at).isSignOf(EMPTY) ? 1 : 0;
            at++;
        }
        return tail.isNothing(at) && !isStarAfter(at);
    }

    private boolean isStarAfter(int start) {
        for (int at = start; at < text.size(); at++) {
            if (isStar(text.at(at))) {
                return true;
            }
        }
        return false;
    }

    /** "5 stars": all of five, or half of ten? */
    private boolean isCounted() {
        for (int at = 0; at < text.size(); at++) {
            OptionalInt number = text.number(at);
            boolean isStarred = text.begins(Role.STAR, at + 1) || isStar(text.at(at + 1));
            if (isStarred && number.isPresent() && isFew(number.getAsInt())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFew(int number) {
        return 0 < number && number <= MOST;
    }

    private static boolean isStar(Token token) {
        return token.is(Kind.SIGN) && (FULL + EMPTY).contains(token.text());
    }
}

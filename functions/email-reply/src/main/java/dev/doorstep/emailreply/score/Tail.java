package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Token.Kind;

import java.util.List;
import java.util.stream.Stream;

/** Judges what follows a number: whether the number has been told to its end. */
final class Tail {
    private static final List<Role> FOLLOWERS = List.of(Role.AFTER, Role.RATING_AFTER);
    private static final List<Role> TURNS = List.of(Role.BECAUSE, Role.BUT);
    private static final int NEXT = 3;

    private final MarkedText text;

    Tail(MarkedText text) {
        this.text = text;
    }

    /** Whether nothing is said any more but thanks. */
    boolean isNothing(int end) {
        int at = end;
        while (at < text.size()) {
            int step = isPause(at) ? 1 : Math.max(follower(at), text.length(Role.THANKS, at));
            if (step == 0) {
                return false;
            }
            at += step;
        }
        return true;
    }

    /** Whether a sign, a line's end or a word stands there that nothing counted goes before. */
    boolean endsWell(Candidate candidate) {
        int end = candidate.end();
        int at = end;
        while (follower(at) > 0) {
            at += follower(at);
        }
        Token token = text.at(at);
        return switch (token.kind()) {
            case NOTHING, BREAK -> true;
            case SIGN ->
                    isPause(at)
                            && (candidate.isFraction() || !isOrdinal(at, end))
                            && !isFollowedByNumber(at);
            case WORD -> isTurn(at) || isThanks(at) || isFor(at);
            case NUMBER -> false;
        };
    }

    private int follower(int at) {
        return FOLLOWERS.stream().mapToInt(role -> text.length(role, at)).max().orElse(0);
    }

    private boolean isPause(int at) {
        return text.at(at).is(Kind.BREAK) || (Leads.isSoft(text.at(at)) && !text.isQuestion(at));
    }

    private boolean isTurn(int at) {
        return TURNS.stream().anyMatch(role -> text.begins(role, at) && !isAspect(at, role));
    }

    /** Some languages give reasons with the word for "for"; that is judged as such. */
    private boolean isAspect(int at, Role role) {
        return role == Role.BECAUSE && text.length(Role.FOR, at) == text.length(role, at);
    }

    /** "10 for the lamp, but …" is only half an answer. */
    private boolean isFor(int at) {
        if (!text.begins(Role.FOR, at)) {
            return false;
        }
        for (int i = at; i < text.size(); i++) {
            if (text.begins(Role.BUT, i)) {
                return false;
            }
        }
        return true;
    }

    /** "5 best friends" thanks nobody. */
    private boolean isThanks(int at) {
        int after = at + courtesy(at);
        return after > at
                && (!text.at(after).is(Kind.WORD)
                        || text.begins(Role.FOR, after)
                        || text.begins(Role.THANKS, after));
    }

    /** "10 terrible" and "9 super!" are thanks of a kind. */
    private int courtesy(int at) {
        return Stream.of(Role.THANKS, Role.GOOD, Role.BAD)
                .mapToInt(role -> text.length(role, at))
                .max()
                .orElse(0);
    }

    /** In some languages "8. Lieferung" is the eighth delivery. */
    private boolean isOrdinal(int at, int end) {
        boolean isDotted = at == end && text.at(at).isSign(".");
        return isDotted
                && text.at(at + 1).is(Kind.WORD)
                && text.at(at - 1).is(Kind.NUMBER)
                && text.words().hasDottedOrdinals()
                && !beginsSentence(at + 1);
    }

    private boolean beginsSentence(int at) {
        boolean isCapital = text.at(at).isCapital();
        return isCapital && (text.words().isLanguage("sl") || text.begins(Role.OPENER, at));
    }

    /** "8 : 30", "3, about 4 days late". */
    private boolean isFollowedByNumber(int at) {
        boolean isComma = text.at(at).isSign(",");
        boolean isStop =
                text.at(at).isSign("(") || (text.at(at).isSign(".") && text.at(at).isGlued());
        int last = isComma ? at + NEXT - 1 : at + 1;
        for (int i = at + 1; i <= last && !isStop; i++) {
            boolean isArticle = text.words().isArticle(text.at(i).text());
            if (text.number(i).isPresent() && !isArticle) {
                return true;
            }
        }
        return false;
    }
}

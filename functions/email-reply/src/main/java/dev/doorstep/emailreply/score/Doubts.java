package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Token.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds words that make a number doubtful: "not", "would", "at least", "used to be". */
final class Doubts {
    private static final int NEAR = 3;
    private static final int WORST_SCHOOL_MARK = 6;
    private static final Map<Role, Cause> CAUSES =
            Map.of(
                    Role.NEGATION, Cause.NEGATED,
                    Role.BOUND, Cause.BOUND,
                    Role.CONDITIONAL, Cause.CONDITIONAL,
                    Role.HEDGE, Cause.CONDITIONAL,
                    Role.IF, Cause.CONDITIONAL,
                    Role.CHANGE, Cause.CHANGED,
                    Role.EXCEPT, Cause.CHANGED);
    private static final List<Role> ANYWHERE_BEFORE =
            List.of(Role.CONDITIONAL, Role.HEDGE, Role.IF, Role.CHANGE, Role.EXCEPT);
    private static final List<Role> IN_CLAUSE =
            List.of(Role.NEGATION, Role.CONDITIONAL, Role.HEDGE, Role.IF, Role.CHANGE, Role.EXCEPT);
    private static final List<Role> ANYWHERE_AFTER = List.of(Role.IF, Role.HEDGE, Role.EXCEPT);
    private static final List<Role> ALONE_AFTER =
            List.of(Role.NEGATION, Role.BOUND, Role.HEDGE, Role.CHANGE);
    private static final List<Role> HARMLESS =
            List.of(Role.RATING_BEFORE, Role.LEAD, Role.LABEL, Role.AFTER, Role.BUT);

    private final MarkedText text;
    private final Scope scope;
    private final int endOfScale;

    /**
     * @param endOfScale behind a mention of the scale, whose "to" is no bound
     */
    Doubts(MarkedText text, int endOfScale) {
        this.endOfScale = endOfScale;
        this.text = text;
        this.scope = new Scope(text);
    }

    Optional<Cause> about(Candidate candidate) {
        int start = scope.startOfSentence(candidate.at());
        int clauseStart = Math.max(endOfScale(candidate), scope.startOfClause(candidate.at()));
        int clauseEnd = scope.endOfClause(candidate.end());
        int end = scope.endOfSentence(clauseEnd);
        if (isAsked(candidate, end)) {
            return Optional.of(Cause.QUESTION);
        }
        if (isSchoolMark(candidate, start, end)) {
            return Optional.of(Cause.OTHER_SCALE);
        }
        List<Optional<Cause>> causes = new ArrayList<>();
        causes.add(first(ANYWHERE_BEFORE, start, candidate.at()));
        causes.add(negated(start, candidate.at()));
        causes.add(bound(Math.max(clauseStart, candidate.at() - NEAR), candidate.at()));
        causes.add(first(IN_CLAUSE, candidate.end(), clauseEnd));
        causes.add(bound(candidate.end(), Math.min(clauseEnd, candidate.end() + NEAR)));
        causes.add(first(ANYWHERE_AFTER, clauseEnd, end));
        causes.add(afterthought(clauseEnd));
        causes.add(afterthought(end));
        return causes.stream().flatMap(Optional::stream).findFirst();
    }

    private int endOfScale(Candidate candidate) {
        return endOfScale <= candidate.at() ? endOfScale : 0;
    }

    private boolean isAsked(Candidate candidate, int endOfSentence) {
        int next = candidate.end();
        while (text.at(next).isSignOf("\"')*.") || text.at(next).isSign("!")) {
            next++;
        }
        return text.isQuestion(next) || text.isQuestion(endOfSentence);
    }

    /** "6, setzen!" */
    private boolean isSchoolMark(Candidate candidate, int start, int end) {
        return candidate.value() <= WORST_SCHOOL_MARK
                && IntStream.range(start, end).anyMatch(at -> text.begins(Role.SCHOOL_MARK, at));
    }

    private Optional<Cause> first(List<Role> roles, int from, int to) {
        for (int at = from; at < to; at++) {
            for (Role role : roles) {
                if (text.begins(role, at) && !isHarmless(role, at)) {
                    return Optional.of(cause(role));
                }
            }
        }
        return Optional.empty();
    }

    /** "without" in "without hesitation" negates nothing, nor is "even if" a condition. */
    private boolean isHarmless(Role doubting, int at) {
        int length = text.length(doubting, at);
        return HARMLESS.stream().anyMatch(role -> isWithin(role, at, length));
    }

    private boolean isWithin(Role role, int at, int length) {
        for (int start = at; start > at - NEAR * 2; start--) {
            if (start + text.length(role, start) >= at + length) {
                return true;
            }
        }
        return false;
    }

    /** Negations reach to the end of their clause; over a comma if they stand before it. */
    private Optional<Cause> negated(int start, int candidate) {
        boolean isReached = true;
        for (int at = candidate - 1; at >= start; at--) {
            if (text.begins(Role.NEGATION, at) && !isHarmless(Role.NEGATION, at)) {
                int after = at + text.length(Role.NEGATION, at);
                if (isReached || text.at(after).isSign(",")) {
                    return Optional.of(Cause.NEGATED);
                }
            }
            if (scope.endsClause(at)) {
                isReached = isReached && text.begins(Role.THAT, at + 1);
            }
        }
        return Optional.empty();
    }

    private Optional<Cause> bound(int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.has(Role.BOUND, at) && !isHarmlessBound(at)) {
                return Optional.of(Cause.BOUND);
            }
        }
        return Optional.empty();
    }

    private boolean isHarmlessBound(int at) {
        return HARMLESS.stream().anyMatch(role -> isWithin(role, at, 1));
    }

    /** A clause or sentence of one word that takes back: "10. Not.", "8, at least". */
    private Optional<Cause> afterthought(int from) {
        int at = from;
        while (text.at(at).isSignOf(".,;:!-–—…()") || text.at(at).is(Kind.BREAK)) {
            at++;
        }
        for (Role role : ALONE_AFTER) {
            int after = at + text.length(role, at);
            boolean isAll =
                    after > at
                            && !text.begins(Role.BAD, at)
                            && !text.at(after).is(Kind.WORD)
                            && !text.number(after).isPresent();
            if (isAll) {
                return Optional.of(cause(role));
            }
        }
        return Optional.empty();
    }

    private static Cause cause(Role role) {
        return CAUSES.getOrDefault(role, Cause.UNSAID);
    }
}

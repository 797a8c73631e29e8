package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Candidate.Form;
import dev.doorstep.emailreply.score.Token.Kind;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds how the text tells that a number is the score. */
final class Statement {
    private static final int MOST_WORDS_AFTER_RATING = 4;
    private static final int SHORTEST_LAST_WORD = 4;
    private static final int FEWEST_WORDS_OF_SENTENCE = 3;
    private static final List<String> OF_ADDRESSES =
            List.of("nr", "str", "strasse", "straße", "nummer");

    private final MarkedText text;
    private final Scope scope;
    private final Tail tail;
    private final Leads leads;
    private final int start;
    private final int endOfScale;

    /**
     * @param endOfScale behind a mention of the scale, after which a text begins anew
     */
    Statement(MarkedText text, int endOfScale) {
        this.endOfScale = endOfScale;
        this.text = text;
        this.scope = new Scope(text);
        this.tail = new Tail(text);
        this.leads = new Leads(text);
        this.start = new Opening(text).end();
    }

    /** The tier of a candidate; an article is a score only where it stands alone. */
    Optional<Tier> tier(Candidate candidate) {
        if (candidate.value() == 1 && text.endsBefore(Role.NUMBER_ONE, candidate.at())) {
            return Optional.empty();
        }
        boolean isFirst =
                leads.fill(start, candidate.at()) || leads.fill(endOfScale, candidate.at());
        if (isFirst && tail.isNothing(candidate.end())) {
            return Optional.of(Tier.ALONE);
        }
        if (candidate.isArticle() || !tail.endsWell(candidate)) {
            return Optional.empty();
        }
        if (candidate.isFraction() && isFractionOfAnswer(candidate)) {
            return Optional.of(Tier.FRACTION);
        }
        if (isRated(candidate.at()) || isFromWriter(candidate)) {
            return Optional.of(Tier.PHRASE);
        }
        return isFirst || isLast(candidate) ? Optional.of(Tier.FIRST) : Optional.empty();
    }

    private boolean isFractionOfAnswer(Candidate fraction) {
        int at = skipArticlesBack(fraction.at());
        Token before = text.at(at - 1);
        if (before.isEdge() || at <= start) {
            return true;
        }
        if (before.is(Kind.WORD)) {
            boolean isSaid = text.endsBefore(Role.LABEL, at) || isLead(at);
            boolean isBound = fraction.form() == Form.OUT_OF && text.endsBefore(Role.COPULA, at);
            return isSaid || isBound;
        }
        return before.isSign(":")
                ? isOfWhatFollows(at - 1)
                : before.is(Kind.SIGN) && !isDate(fraction, at);
    }

    private boolean isLead(int end) {
        int begin = text.start(Role.LEAD, end);
        return begin < end && (text.at(begin - 1).isEdge() || text.at(begin - 1).is(Kind.SIGN));
    }

    /** "For the order: 9/10", "Order 10482: 9/10"; but "Delivered: 9/10" is a date. */
    private boolean isOfWhatFollows(int colon) {
        int begin = scope.startOfSentence(colon);
        Token before = text.at(colon - 1);
        boolean isOrder = before.is(Kind.NUMBER) && before.text().length() > 2;
        return isOrder || text.begins(Role.FOR, begin) || text.endsBefore(Role.LABEL, colon);
    }

    /** "on Tuesday, 9/10". */
    private boolean isDate(Candidate fraction, int at) {
        if (fraction.form() != Form.SLASH) {
            return false;
        }
        for (int i = scope.startOfSentence(at - 1); i < at; i++) {
            if (text.has(Role.DAY, i)) {
                return true;
            }
        }
        return false;
    }

    private int skipArticlesBack(int end) {
        int at = end;
        while (at > start && (leads.isArticle(at - 1) || text.at(at - 1).isSignOf("\"'*("))) {
            at--;
        }
        return at;
    }

    /** A phrase of rating in the same clause, at most four words before. */
    private boolean isRated(int candidate) {
        int words = 0;
        for (int at = candidate; words <= MOST_WORDS_AFTER_RATING; at--) {
            if (isRating(at) || isLabelOfClause(at, words)) {
                return true;
            }
            Token before = text.at(at - 1);
            boolean isBetween = before.is(Kind.WORD) || before.isSignOf(":\"'*=");
            if (!isBetween || isTakenAway(at - 1)) {
                return isLeadOfClause(candidate);
            }
            words += before.is(Kind.WORD) ? 1 : 0;
        }
        return isLeadOfClause(candidate);
    }

    /** "Thank you so much, 10 from me": all that its clause says. */
    private boolean isFromWriter(Candidate candidate) {
        int after = candidate.end() + text.length(Role.RATING_AFTER, candidate.end());
        int length = text.length(Role.AFTER, after);
        return length > 0
                && !text.begins(Role.FOR, after)
                && text.has(Role.RECEIVER, after + length - 1)
                && leads.fill(scope.startOfClause(candidate.at()), candidate.at());
    }

    /** "I gave" rates, "the driver gave" does not. */
    private boolean isRating(int end) {
        if (!text.endsBefore(Role.RATING_BEFORE, end)) {
            return false;
        }
        int phrase = text.start(Role.RATING_BEFORE, end);
        int clause = scope.startOfClause(phrase);
        boolean isOfAnybody = text.begins(Role.THIRD, phrase) && phrase - clause > 1;
        return !isOfAnybody
                || IntStream.range(clause, phrase).anyMatch(at -> text.has(Role.SELF, at));
    }

    private boolean isTakenAway(int at) {
        return text.begins(Role.RECEIVER, at)
                && !text.endsBefore(Role.OUT_OF, at)
                && !text.endsBefore(Role.AFTER, at + 1);
    }

    private boolean isLabelOfClause(int end, int words) {
        if (words > 1 || !text.endsBefore(Role.LABEL, end)) {
            return false;
        }
        int begin = text.start(Role.LABEL, end);
        return begin - scope.startOfClause(begin) <= 1;
    }

    /** "It's an 8": with an article, for "it is 8" could be a time. */
    private boolean isLeadOfClause(int candidate) {
        int begin = scope.startOfClause(candidate);
        boolean isLed = text.begins(Role.LEAD, begin) || text.begins(Role.BUT, begin - 1);
        boolean isSure =
                leads.isArticle(candidate - 1)
                        || text.has(Role.AFTER, begin)
                        || isLeadWithArticle(begin);
        return isLed && isSure && leads.fill(begin, candidate);
    }

    private boolean isLeadWithArticle(int begin) {
        int last = begin + text.length(Role.LEAD, begin) - 1;
        return leads.isArticle(last) || text.at(last).text().equals("a");
    }

    /** All by itself at the very end, after a finished sentence. */
    private boolean isLast(Candidate candidate) {
        if (!tail.isNothing(candidate.end())) {
            return false;
        }
        Token before = text.at(candidate.at() - 1);
        if (before.is(Kind.BREAK)) {
            return isFinished(text.at(candidate.at() - 2));
        }
        return !text.at(candidate.at()).isGlued()
                && (before.isSignOf("!?") || endsSentence(candidate.at() - 1));
    }

    /** Whether a dot ends more than an abbreviation: "I was on leave. 9", but "flat no. 9". */
    private boolean endsSentence(int dot) {
        Token last = text.at(dot - 1);
        return text.at(dot).isSign(".")
                && last.is(Kind.WORD)
                && last.text().length() >= SHORTEST_LAST_WORD
                && !text.begins(Role.DATED, dot - 1)
                && isOfWordsWithoutAddress(scope.startOfSentence(dot - 1), dot);
    }

    private boolean isOfWordsWithoutAddress(int from, int to) {
        int words = 0;
        for (int at = from; at < to; at++) {
            String word = text.at(at).text();
            if (text.begins(Role.ADDRESS, at) || OF_ADDRESSES.stream().anyMatch(word::endsWith)) {
                return false;
            }
            words += text.at(at).is(Kind.WORD) ? 1 : 0;
        }
        return words >= FEWEST_WORDS_OF_SENTENCE;
    }

    private static boolean isFinished(Token last) {
        return last.is(Kind.BREAK) || last.isSignOf(".!?)") || Leads.isPicture(last);
    }
}

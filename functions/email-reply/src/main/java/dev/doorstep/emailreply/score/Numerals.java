package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Candidate.Form;
import dev.doorstep.emailreply.score.Numeral.Standing;
import dev.doorstep.emailreply.score.Token.Kind;
import dev.doorstep.programme.Metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All numbers of a text: finds which could be the score, and which belong together. */
final class Numerals {
    private final MarkedText text;
    private final Metric metric;
    private final Shape shape;
    private final Surroundings surroundings;
    private final List<Numeral> all = new ArrayList<>();
    private final List<Candidate> fractions = new ArrayList<>();
    private boolean isOfOtherScale;
    private int endOfScale;

    Numerals(MarkedText text, Metric metric) {
        this.text = text;
        this.metric = metric;
        this.shape = new Shape(text);
        this.surroundings = new Surroundings(text);
        find();
        link();
        rejectNumberedLines();
        rejectRuns();
    }

    /** Those that could be the score, the articles among the number words too. */
    List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>(fractions);
        all.stream().filter(Numeral::isOpen).map(Candidate::plain).forEach(candidates::add);
        return candidates;
    }

    /** The first reason to doubt one of them. */
    Optional<Cause> doubt() {
        return all.stream().map(Numeral::doubt).flatMap(Optional::stream).findFirst();
    }

    /** Whether there is a fraction with another denominator than the scale's top. */
    boolean isOfOtherScale() {
        return isOfOtherScale;
    }

    /** Behind the last "from 0 to 10" of the text; 0 if there is none. */
    int endOfScale() {
        return endOfScale;
    }

    private void find() {
        for (int at = 0; at < text.size(); at++) {
            int token = at;
            text.number(at).ifPresent(value -> all.add(numeral(token, value)));
        }
    }

    private Numeral numeral(int at, int value) {
        Token token = text.at(at);
        boolean isArticle = token.is(Kind.WORD) && text.words().isArticle(token.text());
        return new Numeral(at, value, token.is(Kind.WORD), isArticle, standing(at, value));
    }

    private Standing standing(int at, int value) {
        Standing left = shape.left(at);
        Standing right = shape.right(at);
        boolean isOther =
                left.equals(Numeral.OTHER)
                        || right.equals(Numeral.OTHER)
                        || value == Token.ODD
                        || surroundings.makeOther(at);
        if (isOther) {
            return Numeral.OTHER;
        }
        Standing standing = left.equals(Numeral.OPEN) ? right : left;
        boolean isLarge = value > Metric.NPS.highest();
        return isLarge && standing instanceof Standing.Doubtful ? Numeral.OTHER : standing;
    }

    private void link() {
        for (int i = 0; i + 1 < all.size(); i++) {
            if (isScale(i)) {
                set(i, Numeral.OTHER);
                set(i + 1, Numeral.OTHER);
                endOfScale = all.get(i + 1).at() + 1;
            } else if (isFraction(i)) {
                i = linkFraction(i);
            } else if (isRange(i)) {
                linkRange(i);
            }
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).value() == metric.highest()
                    && text.endsBefore(Role.SCALE, all.get(i).at())) {
                set(i, Numeral.OTHER);
            }
        }
    }

    /** "from 0 to 10": what was asked, no answer. */
    private boolean isScale(int i) {
        return all.get(i).value() == metric.lowest()
                && all.get(i + 1).value() == metric.highest()
                && !all.get(i).isArticle()
                && !between(i).isSign("/")
                && isBetween(i, Role.RANGE)
                && !surroundings.countsWhatFollows(all.get(i + 1).at());
    }

    private boolean isFraction(int i) {
        return isBetweenSign(i, "/") || isBetween(i, Role.OUT_OF);
    }

    private boolean isRange(int i) {
        return isBetween(i, Role.RANGE);
    }

    /** Returns the last numeral that it has looked at. */
    private int linkFraction(int i) {
        Standing outside = outside(i);
        boolean isDate = i + 2 < all.size() && isBetweenSign(i + 1, "/");
        boolean isCount =
                surroundings.countsWhatFollows(all.get(i + 1).at()) || isDated(i) || isDate;
        boolean isOfScale =
                all.get(i + 1).value() == metric.highest() && metric.allows(all.get(i).value());
        set(i, Numeral.OTHER);
        set(i + 1, Numeral.OTHER);
        if (isOfScale && !isCount && outside.equals(Numeral.OPEN)) {
            fractions.add(fraction(all.get(i), all.get(i + 1)));
        } else if (outside instanceof Standing.Doubtful) {
            set(i, outside);
        }
        isOfOtherScale |= !isOfScale && !isCount;
        return i + 1;
    }

    private Candidate fraction(Numeral part, Numeral top) {
        boolean isSlash = text.at(part.at() + 1).isSign("/");
        return new Candidate(
                part.at(), top.at() + 1, part.value(), false, isSlash ? Form.SLASH : Form.OUT_OF);
    }

    /** What touches two linked numbers from outside. */
    private Standing outside(int i) {
        Standing left = shape.left(all.get(i).at());
        Standing right = shape.right(all.get(i + 1).at());
        if (left.equals(Numeral.OTHER) || right.equals(Numeral.OTHER)) {
            return Numeral.OTHER;
        }
        return left.equals(Numeral.OPEN) ? right : left;
    }

    private boolean isDated(int i) {
        int at = all.get(i).at();
        return surroundings.isDatedOrMonth(at) || text.begins(Role.MONTH, all.get(i + 1).at() + 1);
    }

    /** "7 or 8" is in doubt; "7 or 8 days" counts. */
    private void linkRange(int i) {
        Numeral first = all.get(i);
        Numeral second = all.get(i + 1);
        boolean isScored =
                first.isOpen() && second.isOpen() && !first.isArticle() && !second.isArticle();
        if (isScored || isJoinedRange(i)) {
            set(i, new Standing.Doubtful(Cause.RANGE));
        } else if (second.isOther()) {
            set(i, Numeral.OTHER);
        }
    }

    /** "7-8". */
    private boolean isJoinedRange(int i) {
        return (isBetweenSign(i, "-") || isBetweenSign(i, "–"))
                && outside(i).equals(Numeral.OPEN)
                && isSmall(all.get(i))
                && isSmall(all.get(i + 1))
                && !surroundings.makeOther(all.get(i).at())
                && !surroundings.makeOther(all.get(i + 1).at());
    }

    private static boolean isSmall(Numeral numeral) {
        return 0 <= numeral.value() && numeral.value() <= Metric.NPS.highest();
    }

    private void set(int i, Standing standing) {
        all.set(i, all.get(i).with(standing));
    }

    private Token between(int i) {
        return text.at(all.get(i).at() + 1);
    }

    private boolean isBetweenSign(int i, String sign) {
        return all.get(i + 1).at() == all.get(i).at() + 2 && between(i).isSign(sign);
    }

    private boolean isBetween(int i, Role role) {
        int start = all.get(i).at() + 1;
        return text.begins(role, start) && start + text.length(role, start) == all.get(i + 1).at();
    }

    /** At least two lines that begin like "1." or "1)" are a list. */
    private void rejectNumberedLines() {
        List<Integer> numbered = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (beginsNumberedLine(all.get(i).at())) {
                numbered.add(i);
            }
        }
        if (numbered.size() > 1) {
            numbered.forEach(i -> set(i, Numeral.OTHER));
        }
    }

    private boolean beginsNumberedLine(int at) {
        return text.at(at).is(Kind.NUMBER)
                && text.at(at - 1).isEdge()
                && text.at(at + 1).isSignOf(".)")
                && text.at(at + 2).is(Kind.WORD);
    }

    /** Numbers that stand side by side are those of a telephone, a date, an account. */
    private void rejectRuns() {
        for (int i = 0; i + 1 < all.size(); i++) {
            if (!isFraction(i) && isSideBySide(all.get(i).at(), all.get(i + 1).at())) {
                rejectPair(i);
            }
        }
    }

    private void rejectPair(int i) {
        if (isSaidTwice(all.get(i), all.get(i + 1))) {
            return;
        }
        boolean isOther = isNoDigitOfScore(all.get(i)) || isNoDigitOfScore(all.get(i + 1));
        Standing standing = isOther ? Numeral.OTHER : new Standing.Doubtful(Cause.SEVERAL);
        for (int pair = i; pair <= i + 1; pair++) {
            if (all.get(pair).isOpen() && !all.get(pair).isArticle()) {
                set(pair, standing);
            }
        }
    }

    /** "9 (nine)". */
    private static boolean isSaidTwice(Numeral first, Numeral second) {
        return first.value() == second.value() && first.isWord() != second.isWord();
    }

    private static boolean isNoDigitOfScore(Numeral numeral) {
        return numeral.isOther() || !isSmall(numeral);
    }

    private boolean isSideBySide(int first, int second) {
        for (int at = first + 1; at < second; at++) {
            boolean isDotted = text.at(at).isSign(".") && text.at(second + 1).isSign(".");
            if (!isDotted && !text.at(at).isSignOf(",-/()'")) {
                return false;
            }
        }
        return !text.words().isArticle(text.at(first).text());
    }
}

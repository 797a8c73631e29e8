package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Candidate.Form;
import dev.doorstep.emailreply.score.Numeral.Standing;
import dev.doorstep.programme.Metric;

import java.util.ArrayList;
import java.util.List;

/** Two numbers that belong together: a fraction, a range, a mention of the scale. */
final class Links {
    private final MarkedText text;
    private final Metric metric;
    private final Shape shape;
    private final Surroundings surroundings;
    private final Scope scope;
    private final List<Numeral> all;
    private final List<Candidate> fractions = new ArrayList<>();
    private boolean isOfOtherScale;
    private int endOfScale;

    /**
     * @param all the numbers of the text in their order; what is found out is put into it
     */
    Links(MarkedText text, Metric metric, List<Numeral> all) {
        this.text = text;
        this.metric = metric;
        this.shape = new Shape(text);
        this.surroundings = new Surroundings(text);
        this.scope = new Scope(text);
        this.all = all;
    }

    void judge() {
        for (int i = 0; i + 1 < all.size(); i++) {
            if (isScale(i)) {
                endOfScale = all.get(i + 1).at() + 1;
                setBothOther(i);
            } else if (isFraction(i)) {
                judgeFraction(i);
                i++;
            } else if (isBetween(i, Role.RANGE)) {
                judgeRange(i);
            }
        }
        leaveOutTopOfScale();
    }

    List<Candidate> fractions() {
        return fractions;
    }

    boolean isOfOtherScale() {
        return isOfOtherScale;
    }

    int endOfScale() {
        return endOfScale;
    }

    /** Whether the number there and the next are one fraction. */
    boolean isFraction(int i) {
        return isBetweenSign(i, "/") || isBetween(i, Role.OUT_OF);
    }

    /** Whether it and the next are "from 0 to 10": what was asked, no answer. */
    boolean isScale(int i) {
        return i >= 0
                && i + 1 < all.size()
                && all.get(i).value() == metric.lowest()
                && all.get(i + 1).value() == metric.highest()
                && !all.get(i).isArticle()
                && !isBetweenSign(i, "/")
                && isBetween(i, Role.RANGE)
                && !surroundings.countsWhatFollows(all.get(i + 1).at());
    }

    /** "on a scale of 10", "of 10 points". */
    private void leaveOutTopOfScale() {
        for (int i = 0; i < all.size(); i++) {
            Numeral top = all.get(i);
            int points = text.length(Role.RATING_AFTER, top.at() + 1);
            if (top.value() != metric.highest()) {
                continue;
            }
            if (text.endsBefore(Role.SCALE, top.at())) {
                set(i, Numeral.OTHER);
            } else if (points > 0 && isOutOfAtStart(top.at())) {
                set(i, Numeral.OTHER);
                endOfScale = top.at() + 1 + points;
            }
        }
    }

    private boolean isOutOfAtStart(int at) {
        return text.endsBefore(Role.OUT_OF, at)
                && scope.startOfClause(at) == text.start(Role.OUT_OF, at);
    }

    private void judgeFraction(int i) {
        Standing outside = outside(i);
        Numeral part = all.get(i);
        Numeral top = all.get(i + 1);
        boolean isOfScale = top.value() == metric.highest() && metric.allows(part.value());
        boolean isCount = isCount(i);
        setBothOther(i);
        if (isOfScale && !isCount && outside.equals(Numeral.OPEN)) {
            fractions.add(fraction(part, top));
        } else if (outside instanceof Standing.Doubtful) {
            set(i, outside);
        }
        isOfOtherScale |= !isOfScale && !isCount;
    }

    private Candidate fraction(Numeral part, Numeral top) {
        Form form = text.at(part.at() + 1).isSign("/") ? Form.SLASH : Form.OUT_OF;
        return new Candidate(part.at(), top.at() + 1, part.value(), false, form);
    }

    /** "9 of 10 parcels", "on 9/10", "9/10 Oct", "9/10/2026". */
    private boolean isCount(int i) {
        int part = all.get(i).at();
        int top = all.get(i + 1).at();
        boolean isDate = i + 2 < all.size() && isBetweenSign(i + 1, "/");
        return isDate
                || surroundings.countsWhatFollows(top)
                || surroundings.isDatedOrMonth(part)
                || text.begins(Role.MONTH, top + 1);
    }

    /** What touches two linked numbers from outside. */
    private Standing outside(int i) {
        return Shape.worse(shape.left(all.get(i).at()), shape.right(all.get(i + 1).at()));
    }

    /** "7 or 8" is in doubt; "7 or 8 days" counts. */
    private void judgeRange(int i) {
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

    /** "7-8" */
    private boolean isJoinedRange(int i) {
        return (isBetweenSign(i, "-") || isBetweenSign(i, "–"))
                && outside(i).equals(Numeral.OPEN)
                && all.get(i).isSmall()
                && all.get(i + 1).isSmall()
                && !surroundings.makeOther(all.get(i).at())
                && !surroundings.makeOther(all.get(i + 1).at());
    }

    private void setBothOther(int i) {
        set(i, Numeral.OTHER);
        set(i + 1, Numeral.OTHER);
    }

    private void set(int i, Standing standing) {
        all.set(i, all.get(i).with(standing));
    }

    private boolean isBetweenSign(int i, String sign) {
        return all.get(i + 1).at() == all.get(i).at() + 2
                && text.at(all.get(i).at() + 1).isSign(sign);
    }

    private boolean isBetween(int i, Role role) {
        int start = all.get(i).at() + 1;
        return text.begins(role, start) && start + text.length(role, start) == all.get(i + 1).at();
    }
}

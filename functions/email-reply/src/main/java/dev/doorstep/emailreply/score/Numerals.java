package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Numeral.Standing;
import dev.doorstep.emailreply.score.Token.Kind;
import dev.doorstep.programme.Metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All numbers of a text, and which of them could be the score. */
final class Numerals {
    private final MarkedText text;
    private final Shape shape;
    private final Surroundings surroundings;
    private final List<Numeral> all = new ArrayList<>();
    private final Links links;

    Numerals(MarkedText text, Metric metric) {
        this.text = text;
        this.shape = new Shape(text);
        this.surroundings = new Surroundings(text);
        find();
        this.links = new Links(text, metric, all);
        links.judge();
        new Runs(text, links, all).judge();
    }

    /** Those that could be the score, the articles among the number words too. */
    List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>(links.fractions());
        all.stream().filter(Numeral::isOpen).map(Candidate::plain).forEach(candidates::add);
        return candidates;
    }

    /** The first reason to doubt one of them. */
    Optional<Cause> doubt() {
        return all.stream().map(Numeral::doubt).flatMap(Optional::stream).findFirst();
    }

    /** Whether there is a fraction with another denominator than the scale's top. */
    boolean isOfOtherScale() {
        return links.isOfOtherScale();
    }

    /** Behind the last "from 0 to 10" of the text; 0 if there is none. */
    int endOfScale() {
        return links.endOfScale();
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
        Standing standing = Shape.worse(shape.left(at), shape.right(at));
        if (value == Token.ODD || surroundings.makeOther(at)) {
            return Numeral.OTHER;
        }
        boolean isLarge = value > Metric.NPS.highest();
        return isLarge && standing instanceof Standing.Doubtful ? Numeral.OTHER : standing;
    }
}

package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Numeral.Standing;
import dev.doorstep.emailreply.score.Token.Kind;

import java.util.List;
import java.util.stream.IntStream;

/** Numbers of lists, telephones, dates and accounts: those that come in a row. */
final class Runs {
    private final MarkedText text;
    private final Links links;
    private final List<Numeral> all;

    /**
     * @param all the numbers of the text in their order; what is found out is put into it
     */
    Runs(MarkedText text, Links links, List<Numeral> all) {
        this.text = text;
        this.links = links;
        this.all = all;
    }

    void judge() {
        leaveOutNumberedLines();
        for (int i = 0; i + 1 < all.size(); i++) {
            if (isRun(i)) {
                judgePair(i);
            }
        }
    }

    /** At least two lines that begin like "1." or "1)" are a list. */
    private void leaveOutNumberedLines() {
        List<Integer> numbered =
                IntStream.range(0, all.size())
                        .filter(i -> beginsNumberedLine(all.get(i).at()))
                        .boxed()
                        .toList();
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

    private boolean isRun(int i) {
        boolean isOfScale = links.isScale(i) || links.isScale(i - 1) || links.isScale(i + 1);
        return !isOfScale
                && !links.isFraction(i)
                && !isSaidTwice(all.get(i), all.get(i + 1))
                && isSideBySide(all.get(i).at(), all.get(i + 1).at());
    }

    /** "9 (nine)" */
    private static boolean isSaidTwice(Numeral first, Numeral second) {
        return first.value() == second.value() && first.isWord() != second.isWord();
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

    private void judgePair(int i) {
        boolean isOther = isOther(all.get(i)) || isOther(all.get(i + 1));
        Standing standing = isOther ? Numeral.OTHER : new Standing.Doubtful(Cause.SEVERAL);
        for (int pair = i; pair <= i + 1; pair++) {
            if (all.get(pair).isOpen() && !all.get(pair).isArticle()) {
                set(pair, standing);
            }
        }
    }

    private static boolean isOther(Numeral numeral) {
        return numeral.isOther() || !numeral.isSmall();
    }

    private void set(int i, Standing standing) {
        all.set(i, all.get(i).with(standing));
    }
}

package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Token.Kind;

/** Judges a number by the words beside it: what it counts, dates or numbers. */
final class Surroundings {
    private static final int NEAR = 3;

    private final MarkedText text;

    Surroundings(MarkedText text) {
        this.text = text;
    }

    boolean makeOther(int at) {
        return countsWhatFollows(at)
                || isOfHouse(at)
                || isOfMonth(at)
                || isPartOfLargerNumber(at)
                || (!isLabelled(at) && (countsWhatPrecedes(at) || isDated(at)));
    }

    /** "8, rue du Moulin", "8, Main Street". */
    private boolean isOfHouse(int at) {
        if (!text.at(at + 1).isSign(",")) {
            return false;
        }
        return text.begins(Role.STREET, at + 2)
                || text.begins(Role.STREET, at + 3)
                || text.begins(Role.STREET, at + 4);
    }

    /** "3 days", "3 long days"; also where the line ends between. */
    boolean countsWhatFollows(int at) {
        int next = at + 1;
        if (text.at(next).is(Kind.BREAK) && text.at(next + 1).is(Kind.WORD)) {
            boolean isWrapped = !text.at(at - 1).isEdge() && !text.at(next + 1).isCapital();
            return isWrapped && text.begins(Role.UNIT, next + 1);
        }
        if (isAccepted(next)) {
            return false;
        }
        boolean isThroughWord = text.at(next).is(Kind.WORD) && !ends(next) && !isAccepted(next + 1);
        return text.begins(Role.UNIT, next) || (isThroughWord && text.begins(Role.UNIT, next + 1));
    }

    /** "8 of the 3 parcels" goes on, "8 because of days" does not. */
    private boolean ends(int at) {
        return text.begins(Role.BECAUSE, at)
                || text.begins(Role.BUT, at)
                || text.begins(Role.AFTER, at)
                || text.begins(Role.THANKS, at)
                || text.begins(Role.RATING_AFTER, at);
    }

    /** A word that follows scores counts nothing, though it may be a unit in other places. */
    private boolean isAccepted(int at) {
        int longest = Math.max(text.length(Role.AFTER, at), text.length(Role.BECAUSE, at));
        longest = Math.max(longest, text.length(Role.RATING_AFTER, at));
        return longest > 0 && longest >= text.length(Role.UNIT, at);
    }

    boolean isDatedOrMonth(int at) {
        return isOfMonth(at) || (!isLabelled(at) && isDated(at));
    }

    private boolean countsWhatPrecedes(int at) {
        return text.endsBefore(Role.UNIT, before(at));
    }

    private boolean isDated(int at) {
        int end = before(at);
        return text.endsBefore(Role.DATED, end) && !text.endsBefore(Role.CHANGE, end);
    }

    /** "9 May", "9. May", "9 of May", "May 9". */
    private boolean isOfMonth(int at) {
        int next = text.at(at + 1).isSign(".") ? at + 2 : at + 1;
        boolean isJoined = text.at(next).is(Kind.WORD) && text.at(next).text().length() <= 2;
        return text.begins(Role.MONTH, next)
                || (isJoined && text.begins(Role.MONTH, next + 1))
                || text.endsBefore(Role.MONTH, before(at));
    }

    /** "twenty five", "five hundred", "seven and a half". */
    private boolean isPartOfLargerNumber(int at) {
        boolean follows =
                text.has(Role.NUMERAL, at - 1)
                        || (text.begins(Role.RANGE, at - 1) && text.has(Role.NUMERAL, at - 2));
        return follows || isGoneOnWith(text.at(at + 1).isSign("-") ? at + 2 : at + 1);
    }

    private boolean isGoneOnWith(int next) {
        int at = next + text.length(Role.RANGE, next);
        while (at > next && isArticle(at)) {
            at++;
        }
        return text.begins(Role.NUMERAL, at);
    }

    private boolean isArticle(int at) {
        return text.words().isArticle(text.at(at).text()) || text.at(at).text().equals("a");
    }

    private boolean isLabelled(int at) {
        int before = before(at);
        return text.endsBefore(Role.RATING_BEFORE, before) || isLabel(before);
    }

    /** "Number: 8" at the start of its clause is a label; "order number: 8" is none. */
    private boolean isLabel(int end) {
        if (!text.endsBefore(Role.LABEL, end)) {
            return false;
        }
        Token beforeLabel = text.at(text.start(Role.LABEL, end) - 1);
        return beforeLabel.isEdge()
                || beforeLabel.is(Kind.SIGN)
                || !text.endsBefore(Role.DATED, end);
    }

    /** Where the words end that a number follows: "order no: 7". */
    private int before(int at) {
        int end = at;
        while (text.at(end - 1).isSignOf(":=\"*") && end > at - NEAR) {
            end--;
        }
        return end;
    }
}

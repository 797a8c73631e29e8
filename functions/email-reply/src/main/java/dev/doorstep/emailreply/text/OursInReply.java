package dev.doorstep.emailreply.text;

import java.util.BitSet;

/** Where in a reply lines of our mail stand. For one thread. */
final class OursInReply {
    private static final int LINES_AHEAD = 6;

    private final Reply reply;
    private final OurLines ours;
    private final int[] weights;

    /** Lines that are likely ours and that more such lines join to one that surely is. */
    private final BitSet runs = new BitSet();

    OursInReply(Reply reply, OurLines ours) {
        this.reply = reply;
        this.ours = ours;
        this.weights = reply.lines().stream().mapToInt(ours::weight).toArray();
        for (int at = weights.length - 2; at >= 0; at--) {
            runs.set(at, isLikely(at) && (isSure(at + 1) || runs.get(at + 1)));
        }
    }

    boolean isSure(int at) {
        return weights[at] >= OurLines.SURE;
    }

    boolean isLikely(int at) {
        return weights[at] > 0;
    }

    boolean isGreeting(int at) {
        return ours.isGreeting(reply.line(at));
    }

    /** Whether our mail begins at a line, marked as quoted or not: more of it follows. */
    boolean beginsAt(int at, boolean textAbove) {
        if (isSure(at)) {
            return count(at, LINES_AHEAD) > 1;
        }
        if (runs.get(at)) {
            return true;
        }
        int next = reply.nextFilled(at + 1);
        return isLikely(at) && textAbove && next < reply.size() && isSure(next);
    }

    /** How many of the next lines that are not blank are ours, without any mark of a quote. */
    int count(int from, int filledLines) {
        int count = 0;
        int seen = 0;
        for (int at = from; at < reply.size() && seen < filledLines; at++) {
            seen += reply.line(at).blank() ? 0 : 1;
            count += isLikely(at) && !reply.line(at).isQuoted() ? 1 : 0;
        }
        return count;
    }

    /** Where what is not ours begins below our mail; the end if nothing of ours is there. */
    int endFrom(int from) {
        int end = reply.size();
        while (end > from && !isLikely(end - 1) && Scales.at(reply.lines(), end - 1) == 0) {
            end--;
        }
        return end == from ? reply.size() : endOfParagraph(end);
    }

    private int endOfParagraph(int from) {
        int end = from;
        while (end < reply.size() && !reply.line(end).blank()) {
            end++;
        }
        int next = reply.nextFilled(end);
        return next < reply.size() && ours.isLabel(reply.line(next)) ? next + 1 : end;
    }
}

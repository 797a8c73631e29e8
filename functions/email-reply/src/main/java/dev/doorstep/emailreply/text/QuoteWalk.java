package dev.doorstep.emailreply.text;

import dev.doorstep.emailreply.text.Reply.Part;

/** The way from the first line of a reply to its last, that marks what is quoted. */
final class QuoteWalk {
    private static final int LINES_AHEAD = 3;
    private static final int WRAPPED_AT = 72;
    private static final int LONGEST_REST = 60;

    private final Reply reply;
    private final OursInReply ours;
    private final Headings headings;
    private final SentFrom sentFrom;
    private int linesOfText;

    QuoteWalk(Reply reply, OursInReply ours, Headings headings, SentFrom sentFrom) {
        this.reply = reply;
        this.ours = ours;
        this.headings = headings;
        this.sentFrom = sentFrom;
    }

    void run() {
        int at = 0;
        while (at < reply.size()) {
            at = next(at);
        }
    }

    /** Marks a line, or all that goes with it, and returns where to go on. */
    private int next(int at) {
        Line line = reply.line(at);
        if (line.origin() == Line.Origin.SIGNATURE) {
            return mark(at, Part.SIGNATURE, Rule.SIGNATURE_HTML);
        }
        if (Separators.isBetweenArrows(line)) {
            return below(at, new Heading(Rule.ORIGINAL_MESSAGE, 1));
        }
        if (line.isQuoted()) {
            return mark(at, Part.QUOTE, quotedBy(line));
        }
        if (line.blank()) {
            return at + 1;
        }
        if (isRestOfQuotedLine(at) || continuesQuotedScale(at)) {
            return mark(at, Part.QUOTE, Rule.WRAPPED_QUOTE);
        }
        return headings.at(at, reply, ours, linesOfText > 0)
                .map(heading -> below(at, heading))
                .orElseGet(() -> alone(at));
    }

    private int mark(int at, Part part, Rule rule) {
        reply.mark(at, at + 1, part, rule);
        return at + 1;
    }

    private static Rule quotedBy(Line line) {
        return line.origin() == Line.Origin.QUOTE ? Rule.QUOTED_HTML : Rule.QUOTED_LINES;
    }

    /** A line that is no heading: ours if it is surely so or stands by a quote, else new. */
    private int alone(int at) {
        boolean isOurs = ours.isSure(at) || (ours.isLikely(at) && standsByQuote(at));
        if (isOurs && !headings.isAboveAnother(at, reply)) {
            return mark(at, Part.QUOTE, Rule.SENT_TEXT);
        }
        linesOfText += isOfText(at) ? 1 : 0;
        return at + 1;
    }

    private boolean isOfText(int at) {
        Line line = reply.line(at);
        return !line.isRuler() && !sentFrom.is(line);
    }

    private boolean standsByQuote(int at) {
        int before = reply.lastFilledBefore(at);
        int after = reply.nextFilled(at + 1);
        return (before >= 0 && reply.isQuote(before))
                || (after < reply.size() && reply.line(after).isQuoted());
    }

    /** The end of a quoted line that a program has broken without quoting its second half. */
    private boolean isRestOfQuotedLine(int at) {
        return isMarkedAsQuoted(at - 1)
                && isMarkedAsQuoted(at + 1)
                && reply.line(at).text().length() <= LONGEST_REST
                && isFull(reply.line(at - 1).text(), reply.line(at).text());
    }

    /** A number of the scale whose mark has been lost: below "> 9" a "10" is no answer. */
    private boolean continuesQuotedScale(int at) {
        return isMarkedAsQuoted(at - 1) && Scales.isNext(reply.line(at - 1), reply.line(at));
    }

    private boolean isMarkedAsQuoted(int at) {
        return at >= 0
                && at < reply.size()
                && reply.line(at).isQuoted()
                && reply.line(at).origin() == Line.Origin.OPEN;
    }

    private static boolean isFull(String line, String rest) {
        int space = rest.indexOf(' ');
        int firstWord = space < 0 ? rest.length() : space;
        return line.length() + 1 + firstWord >= WRAPPED_AT
                && ".?!:".indexOf(line.charAt(line.length() - 1)) < 0;
    }

    /** Marks a heading and the quote below it. */
    private int below(int at, Heading heading) {
        dropWhatBelongsTo(at, heading);
        int rest = at + heading.lines();
        int end = quotedSoonAfter(rest);
        if (end == reply.size() && linesOfText == 0) {
            end = ours.endFrom(rest);
        }
        reply.mark(at, end, Part.QUOTE, heading.rule());
        return end;
    }

    private void dropWhatBelongsTo(int at, Heading heading) {
        int above = reply.lastFilledBefore(at);
        if (above >= 0 && reply.isText(above) && belongsTo(heading, above)) {
            linesOfText -= isOfText(above) ? 1 : 0;
            reply.mark(above, above + 1, Part.QUOTE, heading.rule());
        }
    }

    private boolean belongsTo(Heading heading, int above) {
        return reply.line(above).isRuler()
                || (heading.rule() == Rule.SENT_TEXT && ours.isGreeting(above));
    }

    /** The first line marked as quoted if one comes soon; the end if none does. */
    private int quotedSoonAfter(int from) {
        int at = from;
        for (int seen = 0; seen < LINES_AHEAD && at < reply.size(); seen++) {
            at = reply.nextFilled(at);
            if (at < reply.size() && reply.line(at).isQuoted()) {
                return at;
            }
            at++;
        }
        return reply.size();
    }
}

package dev.doorstep.emailreply.text;

import dev.doorstep.emailreply.text.Reply.Part;

import java.util.Optional;

/** Finds what a reply quotes. Safe for use by several threads. */
final class Quotes {
    private final OurLines ours;
    private final HeaderBlocks headers;
    private final Separators separators;
    private final Introductions introductions;
    private final SentFrom sentFrom;

    Quotes(Marks marks, OurLines ours) {
        this.ours = ours;
        this.headers = new HeaderBlocks(marks);
        this.separators = new Separators(marks, headers);
        this.introductions = new Introductions(marks);
        this.sentFrom = new SentFrom(marks);
    }

    void markIn(Reply reply) {
        new Walk(reply).run();
    }

    /** What stands above a quoted mail, or its first lines. */
    private record Heading(Rule rule, int lines) {}

    /** The way from the first line of a reply to its last. */
    private final class Walk {
        private static final int LINES_AHEAD = 3;
        private static final int LINES_OF_OURS_AHEAD = 6;
        private static final int WRAPPED_AT = 72;
        private static final int LONGEST_REST = 60;

        private final Reply reply;
        private final int[] weights;
        private int linesOfText;

        Walk(Reply reply) {
            this.reply = reply;
            this.weights = reply.lines().stream().mapToInt(ours::weight).toArray();
        }

        void run() {
            int at = 0;
            while (at < reply.size()) {
                at = next(at);
            }
        }

        private int next(int at) {
            Line line = reply.line(at);
            if (line.origin() == Line.Origin.SIGNATURE) {
                return mark(at, Part.SIGNATURE, Rule.SIGNATURE_HTML);
            }
            if (line.isQuoted()) {
                return mark(at, Part.QUOTE, quotedBy(line));
            }
            if (line.blank()) {
                return at + 1;
            }
            if (isRestOfQuotedLine(at)) {
                return mark(at, Part.QUOTE, Rule.WRAPPED_QUOTE);
            }
            return heading(at).map(heading -> below(at, heading)).orElseGet(() -> alone(at));
        }

        private int mark(int at, Part part, Rule rule) {
            reply.mark(at, at + 1, part, rule);
            return at + 1;
        }

        private static Rule quotedBy(Line line) {
            return line.origin() == Line.Origin.QUOTE ? Rule.QUOTED_HTML : Rule.QUOTED_LINES;
        }

        private Optional<Heading> heading(int at) {
            return heading(Rule.ORIGINAL_MESSAGE, separators.at(reply.lines(), at))
                    .or(() -> heading(Rule.HEADER_BLOCK, headers.at(reply.lines(), at)))
                    .or(() -> heading(Rule.INTRODUCTION, introductionAt(at)))
                    .or(() -> heading(Rule.SCALE, Scales.at(reply.lines(), at)))
                    .or(() -> heading(Rule.SENT_TEXT, beginsOurMail(at) ? 1 : 0));
        }

        private static Optional<Heading> heading(Rule rule, int lines) {
            return lines > 0 ? Optional.of(new Heading(rule, lines)) : Optional.empty();
        }

        private int introductionAt(int at) {
            return introductions.at(reply.lines(), at, this::isQuoteSoonAfter);
        }

        private boolean isQuoteSoonAfter(int from) {
            int first = reply.nextFilled(from);
            return first < reply.size()
                    && (reply.line(first).isQuoted() || countOurs(first, LINES_AHEAD) > 0);
        }

        private boolean beginsOurMail(int at) {
            if (weights[at] >= OurLines.SURE) {
                return countOurs(at, LINES_OF_OURS_AHEAD) >= 2;
            }
            int next = reply.nextFilled(at + 1);
            return weights[at] > 0
                    && linesOfText > 0
                    && next < reply.size()
                    && weights[next] >= OurLines.SURE;
        }

        private int countOurs(int from, int filledLines) {
            int count = 0;
            int seen = 0;
            for (int at = from; at < reply.size() && seen < filledLines; at++) {
                seen += reply.line(at).blank() ? 0 : 1;
                count += weights[at] > 0 && !reply.line(at).isQuoted() ? 1 : 0;
            }
            return count;
        }

        /** A line that is no heading: ours if it is surely so or stands by a quote, else new. */
        private int alone(int at) {
            if (weights[at] >= OurLines.SURE || (weights[at] > 0 && standsByQuote(at))) {
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
            if (at == 0 || at + 1 >= reply.size()) {
                return false;
            }
            String before = reply.line(at - 1).text();
            String rest = reply.line(at).text();
            return reply.line(at - 1).isQuoted()
                    && reply.line(at - 1).origin() == Line.Origin.OPEN
                    && reply.line(at + 1).isQuoted()
                    && rest.length() <= LONGEST_REST
                    && before.length() + 1 + firstWord(rest).length() >= WRAPPED_AT
                    && ".?!:".indexOf(before.charAt(before.length() - 1)) < 0;
        }

        private static String firstWord(String text) {
            int space = text.indexOf(' ');
            return space < 0 ? text : text.substring(0, space);
        }

        /** Marks a heading and what belongs to it, and returns where to go on. */
        private int below(int at, Heading heading) {
            dropWhatBelongsTo(at, heading);
            int rest = at + heading.lines();
            reply.mark(at, rest, Part.QUOTE, heading.rule());
            int quoted = quotedSoonAfter(rest);
            if (quoted < reply.size()) {
                reply.mark(rest, quoted, Part.QUOTE, heading.rule());
                return quoted;
            }
            int end = linesOfText > 0 ? reply.size() : endOfOurs(rest);
            reply.mark(rest, end, Part.QUOTE, heading.rule());
            return end;
        }

        private void dropWhatBelongsTo(int at, Heading heading) {
            int above = reply.lastFilledBefore(at);
            if (above < 0 || !reply.isText(above)) {
                return;
            }
            Line line = reply.line(above);
            boolean ruler = line.isRuler();
            boolean greeting = heading.rule() == Rule.SENT_TEXT && ours.isGreeting(line);
            if (ruler || greeting) {
                linesOfText -= isOfText(above) ? 1 : 0;
                reply.mark(above, above + 1, Part.QUOTE, heading.rule());
            }
        }

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

        /** Where what is not ours begins below our mail; the end if nothing of ours is there. */
        private int endOfOurs(int from) {
            int end = reply.size();
            while (end > from && weights[end - 1] == 0 && Scales.at(reply.lines(), end - 1) == 0) {
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
}

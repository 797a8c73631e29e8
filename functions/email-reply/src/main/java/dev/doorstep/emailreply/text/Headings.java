package dev.doorstep.emailreply.text;

import java.util.Optional;
import java.util.function.IntPredicate;

/** Finds what stands above quoted mails. Safe for use by several threads. */
final class Headings {
    private static final int LINES_AHEAD = 3;

    private final HeaderBlocks headers;
    private final Separators separators;
    private final Introductions introductions;

    Headings(Marks marks) {
        this.headers = new HeaderBlocks(marks);
        this.separators = new Separators(marks, headers);
        this.introductions = new Introductions(marks);
    }

    /** The heading that begins at a line, be it one that our mail itself has begun with. */
    Optional<Heading> at(int at, Reply reply, OursInReply ours, boolean textAbove) {
        IntPredicate quoteFollows = from -> isQuoteSoonAfter(from, reply, ours);
        return heading(Rule.ORIGINAL_MESSAGE, separators.at(reply.lines(), at))
                .or(() -> heading(Rule.HEADER_BLOCK, headers.at(reply.lines(), at)))
                .or(() -> introduction(at, reply, quoteFollows))
                .or(() -> heading(Rule.SCALE, Scales.at(reply.lines(), at)))
                .or(() -> heading(Rule.SENT_TEXT, begins(at, reply, ours, textAbove) ? 1 : 0));
    }

    private boolean begins(int at, Reply reply, OursInReply ours, boolean textAbove) {
        return ours.beginsAt(at, textAbove) && !isAboveAnother(at, reply);
    }

    /** Whether another heading comes next: what stands above that is no quote yet. */
    boolean isAboveAnother(int at, Reply reply) {
        int next = reply.nextFilled(at + 1);
        return next < reply.size()
                && (separators.at(reply.lines(), next) > 0
                        || headers.at(reply.lines(), next) > 0
                        || introductions.at(reply.lines(), next, _ -> false) > 0);
    }

    private Optional<Heading> introduction(int at, Reply reply, IntPredicate quoteFollows) {
        return heading(Rule.INTRODUCTION, introductions.at(reply.lines(), at, quoteFollows));
    }

    private static boolean isQuoteSoonAfter(int from, Reply reply, OursInReply ours) {
        int first = reply.nextFilled(from);
        return first < reply.size()
                && (reply.line(first).isQuoted() || ours.count(first, LINES_AHEAD) > 0);
    }

    private static Optional<Heading> heading(Rule rule, int lines) {
        return lines > 0 ? Optional.of(new Heading(rule, lines)) : Optional.empty();
    }
}

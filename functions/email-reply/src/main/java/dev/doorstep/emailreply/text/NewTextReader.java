package dev.doorstep.emailreply.text;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;

/**
 * Takes what was newly written out of a reply. Reads any input, of which it looks at no more than
 * 256 KB and 5,000 lines, in a time that grows no faster than the input. Safe for use by several
 * threads.
 */
public final class NewTextReader {
    private final Quotes quotes;
    private final Signatures signatures;
    private final HtmlLines htmlLines;

    /**
     * @param ourHosts the hosts that our mails link to and are sent from
     */
    public NewTextReader(SentText sent, Collection<String> ourHosts) {
        requireNonNull(sent, "sent is null");
        requireNonNull(ourHosts, "ourHosts is null");
        Marks marks = Marks.read();
        OurLines ours = new OurLines(sent, ourHosts);
        this.quotes = new Quotes(marks, ours);
        this.signatures = new Signatures(marks);
        this.htmlLines = new HtmlLines(ours);
    }

    /**
     * @param text decoded, and with its lines joined where it was {@code format=flowed}
     * @see Flowed
     */
    public NewText readPlain(String text) {
        return read(Lines.of(text), Lines.exceedsLimits(text));
    }

    /** Reads a mail that has no plain text. HTML that is longer than 1 MB is cut. */
    public NewText readHtml(String html) {
        return read(htmlLines.of(html), HtmlLines.exceedsLimits(html));
    }

    private NewText read(List<Line> lines, boolean cut) {
        Reply reply = new Reply(lines);
        if (cut) {
            reply.note(Rule.LIMIT);
        }
        quotes.markIn(reply);
        signatures.markIn(reply);
        return reply.result();
    }
}

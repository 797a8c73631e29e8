package dev.doorstep.emailreply.text;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes what was newly written out of a reply. Reads any input, of which it looks at no more than
 * 256 KB and 5,000 lines, in a time that grows no faster than the input. Safe for use by several
 * threads.
 */
public final class NewTextReader {
    private final OurLines ours;
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
        this.ours = new OurLines(sent, ourHosts);
        this.quotes = new Quotes(marks, ours);
        this.signatures = new Signatures(marks);
        this.htmlLines = new HtmlLines(ours);
    }

    /**
     * @param text decoded, and with its lines joined where it was {@code format=flowed}
     * @see Flowed
     */
    public NewText readPlain(String text) {
        return readPlain(text, List.of());
    }

    /**
     * @param names what the sender is known to be called, by the mail's header or by us; a last
     *     line that holds nothing else is cut. Without any, only what looks like a full name is.
     */
    public NewText readPlain(String text, Collection<String> names) {
        return read(Lines.of(text), Lines.exceedsLimits(text), Names.of(names));
    }

    /** Reads a mail that has no plain text. HTML that is longer than 1 MB is cut. */
    public NewText readHtml(String html) {
        return readHtml(html, List.of());
    }

    /** As {@link #readHtml(String)}, with the sender's names. */
    public NewText readHtml(String html, Collection<String> names) {
        return read(htmlLines.of(html), HtmlLines.exceedsLimits(html), Names.of(names));
    }

    private NewText read(List<Line> lines, boolean cut, Names names) {
        Reply reply = new Reply(lines);
        if (cut) {
            reply.note(Rule.LIMIT);
        }
        quotes.markIn(reply);
        signatures.markIn(reply, names.and(greeted(reply)));
        return reply.result();
    }

    /** The names that our mail, as it is quoted, has greeted the customer by. */
    private List<String> greeted(Reply reply) {
        return IntStream.range(0, reply.size())
                .filter(reply::isQuote)
                .mapToObj(at -> ours.nameGreetedIn(reply.line(at)))
                .flatMap(List::stream)
                .toList();
    }
}

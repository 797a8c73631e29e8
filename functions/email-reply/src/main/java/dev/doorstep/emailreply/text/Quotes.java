package dev.doorstep.emailreply.text;

/** Finds what a reply quotes. Safe for use by several threads. */
final class Quotes {
    private final OurLines ours;
    private final Headings headings;
    private final SentFrom sentFrom;

    Quotes(Marks marks, OurLines ours) {
        this.ours = ours;
        this.headings = new Headings(marks);
        this.sentFrom = new SentFrom(marks);
    }

    void markIn(Reply reply) {
        new QuoteWalk(reply, new OursInReply(reply, ours), headings, sentFrom).run();
    }
}

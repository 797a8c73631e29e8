package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.links.Links;
import dev.doorstep.links.ReplyToken;
import dev.doorstep.replies.Letter;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The mails that a customer sent, or that somebody else sent in answer to one of ours to them, and
 * the photographs in them; also those of which nothing was made.
 */
final class TheirInboundMails implements Holding<Customer> {
    /** More than one is in no mail that was answered. */
    private static final int MOST_REPLY_ADDRESSES = 5;

    private final InboundMails mails;
    private final Links links;
    private final int pageSize;
    private final Clock clock;

    /**
     * @param pageSize how many mails are opened for one look
     */
    TheirInboundMails(InboundMails mails, Links links, int pageSize, Clock clock) {
        this.mails = requireNonNull(mails, "mails is null");
        this.links = requireNonNull(links, "links is null");
        this.pageSize = pageSize;
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public Found.Page look(Customer customer, Optional<String> cursor) {
        InboundMails.Page page = mails.mails(cursor, pageSize);
        return new Found.Page(
                page.keys().stream().flatMap(key -> found(customer, key).stream()).toList(),
                page.next());
    }

    private Optional<Found> found(Customer customer, String key) {
        return mails.header(key)
                .filter(header -> isTheirs(customer, header))
                .map(header -> found(key, header));
    }

    /** Partners answer for each other, and other servers send our mails back. */
    private boolean isTheirs(Customer customer, MailHeader header) {
        return header.senders().stream().anyMatch(customer::sendsFrom)
                || header.recipients().stream()
                        .flatMap(address -> ReplyToken.ofAddress(address).stream())
                        .distinct()
                        .limit(MOST_REPLY_ADDRESSES)
                        .flatMap(token -> links.find(token, clock.instant()).stream())
                        .anyMatch(customer::hasLink);
    }

    private Found found(String key, MailHeader header) {
        return new Found.Collector()
                .objects(List.of(key))
                .objects(photographs(key, header))
                .found(key);
    }

    private List<String> photographs(String key, MailHeader header) {
        return mails.under(Letter.photographs(Letter.idOf(header.messageId().orElse(key))));
    }

    /** The mail itself, by which its photographs are found, goes last. */
    @Override
    public void erase(Customer customer, String name) {
        mails.header(name).stream()
                .flatMap(header -> photographs(name, header).stream())
                .forEach(mails::delete);
        mails.delete(name);
    }
}

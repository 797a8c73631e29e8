package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.replies.Letter;

import java.util.List;
import java.util.Optional;

/**
 * The mails that a customer sent, and the photographs in them, also those of which nothing was
 * made.
 */
final class TheirInboundMails implements Holding<Customer> {
    private final InboundMails mails;
    private final int pageSize;

    /**
     * @param pageSize how many mails are opened for one look
     */
    TheirInboundMails(InboundMails mails, int pageSize) {
        this.mails = requireNonNull(mails, "mails is null");
        this.pageSize = pageSize;
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
                .filter(header -> header.senders().stream().anyMatch(customer::sendsFrom))
                .map(header -> found(key, header));
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

package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.TableWalk;
import dev.doorstep.mail.SentMails;

import java.util.Optional;

/**
 * Which mails about a customer's orders went out, and when. They name no person, and are never
 * erased: each is sent at most once.
 */
final class TheirMails implements Holding<Customer> {
    private final TableWalk walk;

    TheirMails(TableWalk walk) {
        this.walk = requireNonNull(walk, "walk is null");
    }

    @Override
    public Found.Page look(Customer customer, Optional<String> cursor) {
        TableWalk.Page page = walk.page(cursor);
        return new Found.Page(
                page.items().stream()
                        .filter(row -> customer.hasOrder(SentMails.surveyOf(row)))
                        .map(row -> Found.row(Place.MAILS.id(), Kept.MAILS, row))
                        .toList(),
                page.next());
    }

    @Override
    public void erase(Customer customer, String name) {
        throw new IllegalStateException("that a mail went out outlives erasure");
    }
}

package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.dynamodb.TableWalk;
import dev.doorstep.links.Links;

import java.util.Optional;

/** The links in the mails to a customer, and those about their orders. */
final class TheirLinks implements Holding<Customer> {
    private final TableWalk walk;
    private final Links links;

    TheirLinks(TableWalk walk, Links links) {
        this.walk = requireNonNull(walk, "walk is null");
        this.links = requireNonNull(links, "links is null");
    }

    @Override
    public Found.Page look(Customer customer, Optional<String> cursor) {
        TableWalk.Page page = walk.page(cursor);
        return new Found.Page(
                page.items().stream()
                        .filter(row -> customer.hasLink(Links.read(row)))
                        .map(TheirLinks::found)
                        .toList(),
                page.next());
    }

    private static Found found(Item row) {
        return Found.row(Links.read(row).tokenHash(), Kept.LINKS, row);
    }

    @Override
    public void erase(Customer customer, String name) {
        links.delete(name);
    }
}

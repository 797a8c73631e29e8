package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.Contacts;

import java.util.Optional;

/** What is known of a customer's address. It is never erased: whoever wants no mail gets none. */
final class TheirContact implements Holding<Customer> {
    private final Contacts contacts;

    TheirContact(Contacts contacts) {
        this.contacts = requireNonNull(contacts, "contacts is null");
    }

    @Override
    public Found.Page look(Customer customer, Optional<String> cursor) {
        return new Found.Page(
                contacts.find(customer.contact()).stream()
                        .map(row -> Found.row(customer.contact().value(), Kept.CONTACTS, row))
                        .toList(),
                Optional.empty());
    }

    @Override
    public void erase(Customer customer, String name) {
        throw new IllegalStateException("contacts outlive erasure");
    }
}

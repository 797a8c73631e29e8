package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.Contacts;

import java.util.Optional;

/**
 * What is known of a customer's address. Erasing takes out what they were asked; the rest is never
 * erased: whoever wants no mail gets none, and nobody is asked too often.
 */
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
        contacts.forgetQuestions(customer.contact());
    }
}

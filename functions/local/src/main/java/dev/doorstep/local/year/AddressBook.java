package dev.doorstep.local.year;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.Contact;
import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.surveys.Order;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of each address while the year passes. */
final class AddressBook {
    /** Tells addresses apart, for as long as this runs. */
    private static final ContactKey KEY = ContactKey.of("a key that opens nothing anywhere at all");

    private final Programme programme;
    private final Map<ContactId, Contact> contacts = new HashMap<>();

    AddressBook(Programme programme) {
        this.programme = requireNonNull(programme, "programme is null");
    }

    /** The one that an order has; empty if it has no address. */
    Optional<Contact> of(Order order) {
        return order.customer().address().map(AddressBook::idOf).map(this::find);
    }

    static ContactId idOf(String address) {
        return KEY.idOf(address);
    }

    /** Whether the contact may be asked now, and is. */
    boolean ask(ContactId id, Touchpoint touchpoint, Instant now) {
        Contact contact = find(id);
        if (contact.isSuppressed() || contact.isCapped(touchpoint, now, programme)) {
            return false;
        }
        Map<Touchpoint, Instant> askedAbout = new EnumMap<>(Touchpoint.class);
        askedAbout.putAll(contact.askedAbout());
        askedAbout.put(touchpoint, now);
        contacts.put(id, new Contact(id, contact.suppression(), Optional.of(now), askedAbout));
        return true;
    }

    void suppress(ContactId id, SuppressionReason reason) {
        Contact contact = find(id);
        contacts.put(
                id, new Contact(id, Optional.of(reason), contact.askedAt(), contact.askedAbout()));
    }

    Contact find(ContactId id) {
        return contacts.getOrDefault(id, Contact.unknown(id));
    }
}

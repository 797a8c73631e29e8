package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.contacts.ContactId;
import dev.doorstep.contacts.ContactKey;
import dev.doorstep.links.Link;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.SurveyId;

import java.util.Set;

/**
 * Whose data is looked for: who has an address with this keyed hash. The address itself need not be
 * known to recognise it.
 *
 * @param orders that are theirs, as far as they are known by now
 */
record Customer(ContactId contact, ContactKey key, Set<OrderId> orders) {

    Customer {
        requireNonNull(contact, "contact is null");
        requireNonNull(key, "key is null");
        orders = Set.copyOf(orders);
    }

    boolean hasAddress(String address) {
        return key.idOf(address).equals(contact);
    }

    /** Whether they sent from this address, with or without a label that they put into it. */
    boolean sendsFrom(String address) {
        return hasAddress(address) || hasAddress(withoutLabel(address));
    }

    boolean hasOrder(SurveyId survey) {
        return orders.contains(survey.order());
    }

    /** Whether it is in a mail to them, or about an order of theirs. */
    boolean hasLink(Link link) {
        return link.contactId().equals(contact.value())
                || hasOrder(SurveyId.parse(link.surveyId()));
    }

    private static String withoutLabel(String address) {
        int plus = address.indexOf('+');
        int at = address.lastIndexOf('@');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }
}

package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.Order;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whom to get in touch with, and what they had ordered; so that the desk needs one read.
 *
 * @param contactId the keyed hash of the address, by which other cases of the same customer are
 *     found; empty where there is no address
 */
public record CustomerSummary(Customer customer, List<String> items, Optional<String> contactId) {
    private static final int MOST_ITEMS = 20;

    public CustomerSummary {
        requireNonNull(customer, "customer is null");
        items = items.stream().limit(MOST_ITEMS).toList();
        requireNonNull(contactId, "contactId is null");
    }

    /** Of a customer whose other cases cannot be found. */
    public CustomerSummary(Customer customer, List<String> items) {
        this(customer, items, Optional.empty());
    }

    /** The same without the person. */
    CustomerSummary erased() {
        return new CustomerSummary(
                new Customer(
                        Optional.empty(),
                        Optional.empty(),
                        customer.locale(),
                        customer.zone(),
                        Optional.empty()),
                items);
    }

    /**
     * @param chosen the language that the customer chose on the page, if they did
     * @param contactIds gives the keyed hash of an address
     */
    public static CustomerSummary of(
            Order order, Optional<Locale> chosen, Function<String, String> contactIds) {
        Customer customer = order.customer();
        return new CustomerSummary(
                new Customer(
                        customer.address(),
                        customer.name(),
                        chosen.orElse(customer.locale()),
                        customer.zone(),
                        customer.phone()),
                order.items(),
                customer.address().map(contactIds));
    }
}

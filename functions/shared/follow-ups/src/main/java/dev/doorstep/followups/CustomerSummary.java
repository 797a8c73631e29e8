package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.Order;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whom to get in touch with, and what they had ordered; so that the desk needs one read. */
public record CustomerSummary(Customer customer, List<String> items) {
    private static final int MOST_ITEMS = 20;

    public CustomerSummary {
        requireNonNull(customer, "customer is null");
        items = items.stream().limit(MOST_ITEMS).toList();
    }

    /**
     * @param chosen the language that the customer chose on the page, if they did
     */
    public static CustomerSummary of(Order order, Optional<Locale> chosen) {
        Customer customer = order.customer();
        return new CustomerSummary(
                new Customer(
                        customer.address(),
                        customer.name(),
                        chosen.orElse(customer.locale()),
                        customer.zone(),
                        customer.phone()),
                order.items());
    }
}

package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.Order;

import java.util.List;

/** Whom to get in touch with, and what they had ordered; so that the desk needs one read. */
public record CustomerSummary(Customer customer, List<String> items) {
    private static final int MOST_ITEMS = 20;

    public CustomerSummary {
        requireNonNull(customer, "customer is null");
        items = items.stream().limit(MOST_ITEMS).toList();
    }

    public static CustomerSummary of(Order order) {
        return new CustomerSummary(order.customer(), order.items());
    }
}

package dev.doorstep.local.load;

import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.Pause;
import dev.doorstep.local.story.OrderSystem;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A shop that delivers orders at an even pace, and says some of it twice, as order systems do. */
final class Shop {
    private static final int BATCH = 10;

    private final OrderSystem orders;
    private final Share redelivered;

    Shop(LocalRunner runner, Path root, Share redelivered) {
        this.orders = new OrderSystem(runner.api("OrdersApi"), root);
        this.redelivered = redelivered;
    }

    /** An order of the load, from 0. */
    static String order(int number) {
        return "L-" + number;
    }

    /** The customer of an order; each order has one of its own. */
    static String customer(int number) {
        return "customer-" + number + "@customer.example";
    }

    /** Which order a customer is of. */
    static int numberOf(String customer) {
        return Integer.parseInt(customer.substring("customer-".length(), customer.indexOf('@')));
    }

    /**
     * Puts the deliveries of so many orders on the bus.
     *
     * @return how long that took
     */
    Duration deliver(int count, Duration within) {
        Instant start = Instant.now();
        for (int from = 0; from < count; from += BATCH) {
            Pause.until(start.plus(within.multipliedBy(from).dividedBy(count)));
            List<String> events = new ArrayList<>();
            for (int number = from; number < Math.min(from + BATCH, count); number++) {
                events.add(orders.deliveryOf(order(number), customer(number)));
            }
            orders.putAll(events);
            List<String> again = events.stream().filter(_ -> redelivered.falls()).toList();
            if (!again.isEmpty()) {
                orders.putAll(again);
            }
        }
        return Duration.between(start, Instant.now());
    }
}

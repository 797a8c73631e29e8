package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.dynamodb.TableWalk;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.Timers;

import java.util.List;
import java.util.Optional;

/** What was still to happen about a customer's orders. */
final class TheirTimers implements Holding<Customer> {
    /** What a timer refers to begins with its order. */
    private static final char AFTER_ORDER = '~';

    private final TableWalk walk;
    private final Timers timers;

    TheirTimers(TableWalk walk, Timers timers) {
        this.walk = requireNonNull(walk, "walk is null");
        this.timers = requireNonNull(timers, "timers is null");
    }

    @Override
    public Found.Page look(Customer customer, Optional<String> cursor) {
        TableWalk.Page page = walk.page(cursor);
        return new Found.Page(
                page.items().stream()
                        .filter(row -> isTheirs(customer, Timers.read(row)))
                        .map(TheirTimers::found)
                        .toList(),
                page.next());
    }

    private static boolean isTheirs(Customer customer, Timer timer) {
        String reference = timer.reference();
        int end = reference.indexOf(AFTER_ORDER);
        return end > 0 && customer.orders().contains(new OrderId(reference.substring(0, end)));
    }

    private static Found found(Item row) {
        return Found.row(Timers.read(row).body(), Kept.TIMERS, row);
    }

    @Override
    public void erase(Customer customer, String name) {
        timers.deleteAll(List.of(Timer.parse(name)));
    }
}

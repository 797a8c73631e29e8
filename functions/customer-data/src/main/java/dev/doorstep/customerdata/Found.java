package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.surveys.OrderId;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something of a customer.
 *
 * @param name by which its place finds it again, whether it is erased by then or not
 * @param rows as their tables have them
 * @param objects the keys of what belongs to it in the bucket of inbound mails
 * @param order that is the customer's, if it is one
 */
record Found(
        String name, Map<Kept, List<Item>> rows, List<String> objects, Optional<OrderId> order) {

    Found {
        requireNonNull(name, "name is null");
        rows = Map.copyOf(rows);
        objects = List.copyOf(objects);
        requireNonNull(order, "order is null");
    }

    /** One row. */
    static Found row(String name, Kept kept, Item row) {
        return new Collector().row(kept, row).found(name);
    }

    /**
     * What one look at a place brought, and where the next one goes on; empty if it is the last.
     */
    record Page(List<Found> found, Optional<String> next) {

        Page {
            found = List.copyOf(found);
            requireNonNull(next, "next is null");
        }
    }

    /** Collects what belongs together; each object once. */
    static final class Collector {
        private final Map<Kept, List<Item>> rows = new EnumMap<>(Kept.class);
        private final Set<String> objects = new LinkedHashSet<>();

        Collector row(Kept kept, Item row) {
            rows.computeIfAbsent(kept, _ -> new ArrayList<>()).add(row);
            return this;
        }

        Collector objects(Collection<String> keys) {
            objects.addAll(keys);
            return this;
        }

        Found found(String name) {
            return new Found(name, rows, List.copyOf(objects), Optional.empty());
        }

        Found found(OrderId order) {
            return new Found(order.value(), rows, List.copyOf(objects), Optional.of(order));
        }
    }
}

package dev.doorstep.surveys;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is known of an order: of each type the event that happened last. Which one that is does not
 * depend on the order in which events arrive, nor on how often.
 */
public record Facts(OrderId order, Map<EventType, OrderEvent> latest) {

    public Facts {
        latest = Map.copyOf(latest);
    }

    public static Facts none(OrderId order) {
        return new Facts(order, Map.of());
    }

    /** These facts and what the event adds to them. */
    public Facts with(OrderEvent event) {
        Map<EventType, OrderEvent> merged = new EnumMap<>(EventType.class);
        merged.putAll(latest);
        merged.merge(event.type(), event, Facts::later);
        return new Facts(order, merged);
    }

    public Optional<OrderEvent> find(EventType type) {
        return Optional.ofNullable(latest.get(type));
    }

    /** The events as they happened. */
    public List<OrderEvent> inOrderOfTime() {
        return latest.values().stream().sorted(OrderEvent.BY_TIME).toList();
    }

    /** What the latest event that speaks of it says. */
    <T> Optional<T> last(Function<OrderData, Optional<T>> part) {
        return said(part).reduce((_, later) -> later);
    }

    /** When the parcel was to arrive at first, before anything was put off. */
    Optional<Instant> firstPromise() {
        return said(OrderData::promisedAt).min(Comparator.naturalOrder());
    }

    List<String> items() {
        return inOrderOfTime().stream()
                .map(event -> event.data().items())
                .filter(items -> !items.isEmpty())
                .reduce(List.of(), (_, later) -> later);
    }

    Collection<EventType> types() {
        return latest.keySet();
    }

    private <T> Stream<T> said(Function<OrderData, Optional<T>> part) {
        return inOrderOfTime().stream()
                .map(event -> part.apply(event.data()))
                .flatMap(Optional::stream);
    }

    private static OrderEvent later(OrderEvent a, OrderEvent b) {
        return OrderEvent.BY_TIME.compare(a, b) >= 0 ? a : b;
    }
}

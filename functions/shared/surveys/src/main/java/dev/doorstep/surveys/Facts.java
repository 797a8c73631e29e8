package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Programme;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known of an order: of each type the event that happened last, and each promise that was
 * put off. Which ones these are does not depend on the order in which events arrive, nor on how
 * often.
 *
 * @param delays with nothing but their promises, as they happened
 * @param erasedAt when its customer was taken out of it last, if ever: what happened until then
 *     names nobody, however late it is told
 */
public record Facts(
        OrderId order,
        Map<EventType, OrderEvent> latest,
        List<OrderEvent> delays,
        Optional<Instant> erasedAt) {

    public Facts {
        requireNonNull(order, "order is null");
        latest = Map.copyOf(latest);
        delays = List.copyOf(delays);
        requireNonNull(erasedAt, "erasedAt is null");
    }

    /** Of an order that nobody was taken out of. */
    public Facts(OrderId order, Map<EventType, OrderEvent> latest, List<OrderEvent> delays) {
        this(order, latest, delays, Optional.empty());
    }

    public static Facts none(OrderId order) {
        return new Facts(order, Map.of(), List.of());
    }

    /** These facts and what the event adds to them. */
    public Facts with(OrderEvent event) {
        OrderEvent known = isErased(event) ? event.nameless() : event;
        Map<EventType, OrderEvent> merged = new EnumMap<>(EventType.class);
        merged.putAll(latest);
        merged.merge(known.type(), known, Facts::later);
        return new Facts(order, merged, delaysWith(known), erasedAt);
    }

    private boolean isErased(OrderEvent event) {
        return erasedAt.filter(at -> !event.time().isAfter(at)).isPresent();
    }

    /** The same without anybody, and without whom events will name that happened until now. */
    Facts erased(Instant now) {
        Facts left = nameless(_ -> true);
        return erasedAt.isPresent() && left.equals(this) ? this : left.erasedAt(Optional.of(now));
    }

    Facts erasedAt(Optional<Instant> at) {
        return new Facts(order, latest, delays, at);
    }

    /** The same, and without the person in each of these events. */
    Facts nameless(Predicate<OrderEvent> which) {
        Map<EventType, OrderEvent> left = new EnumMap<>(EventType.class);
        latest.forEach(
                (type, event) -> left.put(type, which.test(event) ? event.nameless() : event));
        return new Facts(order, left, delays, erasedAt);
    }

    /** Of the latest events, these alone. */
    Facts only(Predicate<OrderEvent> which) {
        Map<EventType, OrderEvent> some = new EnumMap<>(EventType.class);
        latest.values().stream().filter(which).forEach(event -> some.put(event.type(), event));
        return new Facts(order, some, List.of(), erasedAt);
    }

    private List<OrderEvent> delaysWith(OrderEvent event) {
        if (event.type() != EventType.DELAYED) {
            return delays;
        }
        return Stream.concat(delays.stream(), Stream.of(event.promise()))
                .distinct()
                .sorted(OrderEvent.BY_TIME)
                .toList();
    }

    public Optional<OrderEvent> find(EventType type) {
        return Optional.ofNullable(latest.get(type));
    }

    /** The events as they happened. */
    public List<OrderEvent> inOrderOfTime() {
        return latest.values().stream().sorted(OrderEvent.BY_TIME).toList();
    }

    /** The events as they happened, each delay among them. */
    List<OrderEvent> withEachDelay() {
        return Stream.concat(
                        latest.values().stream().filter(e -> e.type() != EventType.DELAYED),
                        delays.stream())
                .sorted(OrderEvent.BY_TIME)
                .toList();
    }

    /** The delay that an event told of, with its promise alone. */
    Optional<OrderEvent> delay(String eventKey) {
        return delays.stream().filter(event -> event.key().equals(eventKey)).findFirst();
    }

    /** Where the customer lives; where nobody says it, where the programme's customers do. */
    ZoneId zone(Programme programme) {
        return last(OrderData::zone).orElse(programme.zone());
    }

    /** What the latest event that speaks of it says. */
    <T> Optional<T> last(Function<OrderData, Optional<T>> part) {
        return said(part).reduce((_, later) -> later);
    }

    /** When the parcel was to arrive at first, before anything was put off. */
    Optional<Instant> firstPromise(ZoneId zone) {
        return Stream.concat(latest.values().stream(), delays.stream())
                .flatMap(event -> DeliveryDate.promised(event.data(), zone).stream())
                .map(DeliveryDate::at)
                .min(Comparator.naturalOrder());
    }

    /** Each time that the parcel was to arrive at, until it is known whether it did. */
    Stream<Instant> awaited() {
        boolean isOver = latest.keySet().stream().anyMatch(EventType::endsWaiting);
        return isOver
                ? Stream.of()
                : withEachDelay().stream()
                        .flatMap(e -> DeliveryDate.promised(e.data(), ZoneOffset.UTC).stream())
                        .map(DeliveryDate::at);
    }

    /** The same of a list; one that is empty says nothing. */
    List<String> lastList(Function<OrderData, List<String>> part) {
        return last(data -> Optional.of(part.apply(data)).filter(list -> !list.isEmpty()))
                .orElse(List.of());
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

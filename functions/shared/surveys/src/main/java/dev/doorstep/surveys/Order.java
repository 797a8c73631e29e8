package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Programme;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as all of its events together tell it.
 *
 * @param items what was ordered, by name
 * @param promisedAt when the parcel was to arrive at first, before anything was put off
 * @param deliveredAt when the parcel arrived
 * @param optedOut whether the order system asks us not to ask
 */
public record Order(
        OrderId id,
        Customer customer,
        List<String> items,
        Optional<Money> value,
        Optional<String> carrier,
        Optional<Instant> promisedAt,
        Optional<Instant> deliveredAt,
        boolean optedOut) {

    public Order {
        requireNonNull(id, "id is null");
        requireNonNull(customer, "customer is null");
        items = List.copyOf(items);
        requireNonNull(value, "value is null");
        requireNonNull(carrier, "carrier is null");
        requireNonNull(promisedAt, "promisedAt is null");
        requireNonNull(deliveredAt, "deliveredAt is null");
    }

    /** What the facts say; where they say no language or time zone, those of the programme. */
    public static Order of(Facts facts, Programme programme) {
        return new Order(
                facts.order(),
                new Customer(
                        facts.last(OrderData::address),
                        facts.last(OrderData::name),
                        facts.last(OrderData::locale).orElse(programme.locale()),
                        facts.last(OrderData::zone).orElse(programme.zone()),
                        facts.last(OrderData::phone)),
                facts.items(),
                facts.last(OrderData::value),
                facts.last(OrderData::carrier),
                facts.firstPromise(),
                facts.find(EventType.DELIVERED)
                        .map(event -> event.data().deliveredAt().orElse(event.time())),
                facts.last(OrderData::survey).map(survey -> !survey).orElse(false));
    }

    /** Whether the parcel arrived after the time that was promised first. */
    public boolean isLate() {
        return promisedAt
                .flatMap(promised -> deliveredAt.map(delivered -> delivered.isAfter(promised)))
                .orElse(false);
    }
}

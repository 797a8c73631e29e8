package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Programme;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as all of its events together tell it.
 *
 * @param items what was ordered, by name
 * @param promisedAt when the parcel was to arrive at first, before anything was put off
 * @param deliveredAt when the parcel arrived
 * @param wasLost whether the parcel was reported lost before it arrived
 * @param optedOut whether the order system asks us not to ask
 * @param country where it is delivered to (ISO 3166-1 alpha-2)
 * @param productGroups of what was ordered, by the shop's own names
 */
public record Order(
        OrderId id,
        Customer customer,
        List<String> items,
        Optional<Money> value,
        Optional<String> carrier,
        Optional<Instant> promisedAt,
        Optional<Instant> deliveredAt,
        boolean wasLost,
        boolean optedOut,
        Optional<String> country,
        List<String> productGroups) {
    private static final Duration DAY = Duration.ofDays(1);

    public Order {
        requireNonNull(id, "id is null");
        requireNonNull(customer, "customer is null");
        items = List.copyOf(items);
        requireNonNull(value, "value is null");
        requireNonNull(carrier, "carrier is null");
        requireNonNull(promisedAt, "promisedAt is null");
        requireNonNull(deliveredAt, "deliveredAt is null");
        requireNonNull(country, "country is null");
        productGroups = List.copyOf(productGroups);
    }

    /** Of which nobody says where it goes, nor of which groups its products are. */
    public Order(
            OrderId id,
            Customer customer,
            List<String> items,
            Optional<Money> value,
            Optional<String> carrier,
            Optional<Instant> promisedAt,
            Optional<Instant> deliveredAt,
            boolean wasLost,
            boolean optedOut) {
        this(
                id,
                customer,
                items,
                value,
                carrier,
                promisedAt,
                deliveredAt,
                wasLost,
                optedOut,
                Optional.empty(),
                List.of());
    }

    /** What the facts say; where they say no language or time zone, those of the programme. */
    public static Order of(Facts facts, Programme programme) {
        return new Order(
                facts.order(),
                new Customer(
                        facts.last(OrderData::address),
                        facts.last(OrderData::name),
                        facts.last(OrderData::locale).orElse(programme.locale()),
                        facts.zone(programme),
                        facts.last(OrderData::phone)),
                facts.lastList(OrderData::items),
                facts.last(OrderData::value),
                facts.last(OrderData::carrier),
                facts.firstPromise(facts.zone(programme)),
                facts.find(EventType.DELIVERED)
                        .map(event -> event.data().deliveredAt().orElse(event.time())),
                wasLost(facts),
                facts.last(OrderData::survey).map(survey -> !survey).orElse(false),
                facts.last(OrderData::country),
                facts.lastList(OrderData::productGroups));
    }

    private static boolean wasLost(Facts facts) {
        return facts.find(EventType.DELIVERED)
                .flatMap(
                        came ->
                                facts.find(EventType.LOST)
                                        .filter(lost -> lost.time().isBefore(came.time())))
                .isPresent();
    }

    /** How the arrival was, measured by the time that was promised first. */
    public Lateness lateness() {
        if (wasLost) {
            return Lateness.LOST_FIRST;
        }
        return lateBy().filter(Duration::isPositive)
                .map(by -> by.compareTo(DAY) < 0 ? Lateness.LATE : Lateness.DAYS)
                .orElse(Lateness.NONE);
    }

    /**
     * From the time that was promised first to the arrival, negative if it came before; empty if
     * either is not known.
     */
    public Optional<Duration> lateBy() {
        return promisedAt.flatMap(at -> deliveredAt.map(came -> Duration.between(at, came)));
    }
}

package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one event says of its order. An event may leave out what an earlier or later one says.
 *
 * @param items what was ordered, by name
 * @param promisedAt when the parcel was to arrive at the latest
 * @param deliveredAt when the parcel arrived
 * @param survey {@code false} if the customer is not to be asked
 * @param promisedOn the day of {@code promisedAt}, where no time of it was said
 * @param country where it is delivered to (ISO 3166-1 alpha-2)
 * @param productGroups of what was ordered, by the shop's own names
 */
public record OrderData(
        Optional<String> address,
        Optional<String> name,
        Optional<Locale> locale,
        Optional<ZoneId> zone,
        Optional<String> phone,
        List<String> items,
        Optional<Money> value,
        Optional<String> carrier,
        Optional<Instant> promisedAt,
        Optional<Instant> deliveredAt,
        Optional<Boolean> survey,
        Optional<LocalDate> promisedOn,
        Optional<String> country,
        List<String> productGroups) {

    public OrderData {
        requireNonNull(address, "address is null");
        requireNonNull(name, "name is null");
        requireNonNull(locale, "locale is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(phone, "phone is null");
        items = List.copyOf(items);
        requireNonNull(value, "value is null");
        requireNonNull(carrier, "carrier is null");
        requireNonNull(promisedAt, "promisedAt is null");
        requireNonNull(deliveredAt, "deliveredAt is null");
        requireNonNull(survey, "survey is null");
        requireNonNull(promisedOn, "promisedOn is null");
        requireNonNull(country, "country is null");
        productGroups = List.copyOf(productGroups);
    }

    /** Of which nobody says where it goes, nor of which groups its products are. */
    public OrderData(
            Optional<String> address,
            Optional<String> name,
            Optional<Locale> locale,
            Optional<ZoneId> zone,
            Optional<String> phone,
            List<String> items,
            Optional<Money> value,
            Optional<String> carrier,
            Optional<Instant> promisedAt,
            Optional<Instant> deliveredAt,
            Optional<Boolean> survey,
            Optional<LocalDate> promisedOn) {
        this(
                address,
                name,
                locale,
                zone,
                phone,
                items,
                value,
                carrier,
                promisedAt,
                deliveredAt,
                survey,
                promisedOn,
                Optional.empty(),
                List.of());
    }

    /** Where a promise is a time, not a day. */
    public OrderData(
            Optional<String> address,
            Optional<String> name,
            Optional<Locale> locale,
            Optional<ZoneId> zone,
            Optional<String> phone,
            List<String> items,
            Optional<Money> value,
            Optional<String> carrier,
            Optional<Instant> promisedAt,
            Optional<Instant> deliveredAt,
            Optional<Boolean> survey) {
        this(
                address,
                name,
                locale,
                zone,
                phone,
                items,
                value,
                carrier,
                promisedAt,
                deliveredAt,
                survey,
                Optional.empty());
    }

    /** The same without the person. */
    OrderData nameless() {
        return new OrderData(
                Optional.empty(),
                Optional.empty(),
                locale,
                zone,
                Optional.empty(),
                items,
                value,
                carrier,
                promisedAt,
                deliveredAt,
                survey,
                promisedOn,
                country,
                productGroups);
    }

    /** Its promise alone. */
    OrderData promise() {
        return new OrderData(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                promisedAt,
                Optional.empty(),
                Optional.empty(),
                promisedOn);
    }
}

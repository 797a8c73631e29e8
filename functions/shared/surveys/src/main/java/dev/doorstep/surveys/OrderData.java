package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
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
        Optional<Boolean> survey) {

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
    }
}

package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Whom an order is for, and how they are reached. */
public record Customer(
        Optional<String> address,
        Optional<String> name,
        Locale locale,
        ZoneId zone,
        Optional<String> phone) {

    public Customer {
        requireNonNull(address, "address is null");
        requireNonNull(name, "name is null");
        requireNonNull(locale, "locale is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(phone, "phone is null");
    }
}

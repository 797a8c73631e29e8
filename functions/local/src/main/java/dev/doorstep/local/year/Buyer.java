package dev.doorstep.local.year;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Someone who orders.
 *
 * @param address empty of those who give none
 */
record Buyer(Optional<String> address, String name, Country country, Locale locale) {
    private static final List<String> NAMES =
            List.of("Robin", "Kim", "Alex", "Sascha", "Dominique", "Camille", "Toni", "Charlie");
    private static final double WITHOUT_ADDRESS = 0.02;

    Buyer {
        requireNonNull(address, "address is null");
        requireNonNull(name, "name is null");
        requireNonNull(country, "country is null");
        requireNonNull(locale, "locale is null");
    }

    /**
     * @param account tells them from all others
     */
    static Buyer of(String account, Chance chance) {
        Country country = chance.of(List.of(Country.values()), Country::weight);
        return new Buyer(
                chance.in(WITHOUT_ADDRESS)
                        ? Optional.empty()
                        : Optional.of(account + "@example.com"),
                chance.of(NAMES),
                country,
                chance.of(country.locales()));
    }
}

package dev.doorstep.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** List prices in US dollars, from {@code prices.properties}. */
final class Prices {
    private final Properties prices = new Properties();

    Prices() {
        try (InputStream file = Prices.class.getResourceAsStream("prices.properties")) {
            prices.load(Objects.requireNonNull(file, "prices.properties is missing"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        return Objects.requireNonNull(prices.getProperty(name), name + " has no price");
    }

    double of(String name) {
        return Double.parseDouble(text(name));
    }
}

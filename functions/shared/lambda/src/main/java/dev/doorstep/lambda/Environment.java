package dev.doorstep.lambda;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The settings of a function, by the names that the template sets. */
public record Environment(Map<String, String> settings) {

    public Environment {
        settings = Map.copyOf(settings);
    }

    public static Environment system() {
        return new Environment(System.getenv());
    }

    /**
     * @throws IllegalStateException if the setting is missing or blank, so that a function that is
     *     wired wrongly does not start
     */
    public String require(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }

    /** The setting, if it is there and not blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * An ISO 8601 duration such as {@code PT30M} or {@code P1D}.
     *
     * @throws IllegalStateException if the setting is there and is not a duration
     */
    public Optional<Duration> findDuration(String name) {
        return find(name).map(value -> duration(name, value));
    }

    private static Duration duration(String name, String value) {
        try {
            return Duration.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalStateException(name + " is not an ISO 8601 duration", e);
        }
    }
}

package dev.doorstep.scores;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was counted on one day in one dimension.
 *
 * @param day in the shop's time zone
 * @param byValue such as {@code dhl} to {@code 9} to how many replies by DHL scored nine; what
 *     nothing was counted for is absent
 */
public record DayCounts(LocalDate day, Map<String, Map<String, Long>> byValue) {

    public DayCounts {
        requireNonNull(day, "day is null");
        Map<String, Map<String, Long>> copy = new LinkedHashMap<>();
        byValue.forEach((value, counters) -> copy.put(value, Map.copyOf(counters)));
        byValue = Map.copyOf(copy);
    }
}

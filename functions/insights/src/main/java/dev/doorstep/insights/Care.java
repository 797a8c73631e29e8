package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Middle;
import dev.doorstep.figures.Share;
import dev.doorstep.scores.DayCounts;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the cases about one touchpoint went that were opened in some days.
 *
 * @param kept cases whose promise was kept, of those whose promise was kept or broken
 * @param open whose promise still binds
 * @param calledOff which ended before anybody had to be in touch
 * @param firstContact from a case's opening to the first word to its customer, of those who heard
 *     one
 * @param recovered detractors who were happy in the end, of those whose case was resolved
 */
record Care(
        long cases,
        Share kept,
        long open,
        long calledOff,
        Optional<Middle<Duration>> firstContact,
        Share recovered) {

    Care {
        requireNonNull(kept, "kept is null");
        requireNonNull(firstContact, "firstContact is null");
        requireNonNull(recovered, "recovered is null");
    }

    /** Puts together what was counted by promise, by the time to contact, and by recovery. */
    static Care of(List<DayCounts> promises, List<DayCounts> contacts, List<DayCounts> recoveries) {
        Map<String, Long> promise = byValue(promises);
        Map<String, Long> recovery = byValue(recoveries);
        long kept = promise.getOrDefault(CaseTally.KEPT, 0L);
        return new Care(
                sum(promise.values()),
                new Share(kept, kept + promise.getOrDefault(CaseTally.BROKEN, 0L)),
                promise.getOrDefault(CaseTally.OPEN, 0L),
                promise.getOrDefault(CaseTally.CALLED_OFF, 0L),
                Middle.of(times(byValue(contacts)), (one, other) -> one.plus(other).dividedBy(2)),
                new Share(recovery.getOrDefault(CaseTally.RECOVERED, 0L), sum(recovery.values())));
    }

    long broken() {
        return kept.all() - kept.of();
    }

    private static SortedMap<Duration, Long> times(Map<String, Long> byMinutes) {
        SortedMap<Duration, Long> times = new TreeMap<>();
        byMinutes.forEach(
                (minutes, n) -> times.put(Duration.ofMinutes(Long.parseLong(minutes)), n));
        return times;
    }

    private static Map<String, Long> byValue(List<DayCounts> counted) {
        Map<String, Long> byValue = new TreeMap<>();
        counted.forEach(
                day ->
                        day.byValue()
                                .forEach(
                                        (value, of) ->
                                                byValue.merge(value, sum(of.values()), Long::sum)));
        return byValue;
    }

    private static long sum(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }
}

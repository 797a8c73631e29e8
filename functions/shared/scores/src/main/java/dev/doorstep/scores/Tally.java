package dev.doorstep.scores;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What something adds to the counters: one to the counter of this name, under each of its values.
 *
 * @param about what the counters are about, such as a touchpoint
 * @param counter such as {@code 9} or {@code suspect}
 * @param values by dimension
 */
public record Tally(
        String about, LocalDate day, String counter, SortedMap<String, Set<String>> values) {
    public static final String UNKNOWN = "unknown";

    /** What stands for the values that a row of counters has no room for. */
    public static final String OTHER = "other";

    static final char SEPARATOR = '#';

    private static final int LONGEST_VALUE = 40;
    private static final int MOST_VALUES = 20;

    public Tally {
        requireNonNull(about, "about is null");
        requireNonNull(day, "day is null");
        requireNonNull(counter, "counter is null");
        SortedMap<String, Set<String>> copy = new TreeMap<>();
        values.forEach((dimension, of) -> copy.put(dimension, sorted(of)));
        values = Collections.unmodifiableSortedMap(copy);
    }

    private static Set<String> sorted(Set<String> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    /** What adds nothing, such as that which may count later, or counted before. */
    public static Tally nothing(String about, LocalDate day) {
        return new Tally(about, day, "", Collections.emptySortedMap());
    }

    public boolean isNothing() {
        return values.isEmpty();
    }

    /** Its values of a dimension. */
    public Set<String> of(String dimension) {
        return values.getOrDefault(dimension, Set.of());
    }

    /** The same, put down under other values. */
    Tally under(SortedMap<String, Set<String>> others) {
        return new Tally(about, day, counter, others);
    }

    /** The values as counters know them; {@code unknown} if there are none. */
    public static Set<String> orUnknown(Collection<String> names) {
        Set<String> known = known(names);
        return known.isEmpty() ? Set.of(UNKNOWN) : known;
    }

    /** The values as counters know them, the first if there are very many. */
    public static Set<String> known(Collection<String> names) {
        return names.stream()
                .map(Tally::normalised)
                .flatMap(name -> name.isEmpty() ? Stream.empty() : Stream.of(name))
                .distinct()
                .limit(MOST_VALUES)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How shops and carriers write a name differs; what is counted together should not. */
    private static String normalised(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[#\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]", " ")
                        .strip();
        int length = plain.codePointCount(0, plain.length());
        return length <= LONGEST_VALUE
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_VALUE)).strip();
    }
}

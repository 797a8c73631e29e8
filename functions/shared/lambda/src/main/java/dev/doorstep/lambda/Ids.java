package dev.doorstep.lambda;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The values of enums under their names in tables, messages and answers. */
public final class Ids {

    private Ids() {}

    /** Lower case, with dashes. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static <E extends Enum<E>> Optional<E> find(E[] values, String id) {
        return Arrays.stream(values).filter(value -> of(value).equals(id)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if there is no such value
     */
    public static <E extends Enum<E>> E require(E[] values, String id) {
        return find(values, id).orElseThrow(() -> new IllegalArgumentException("value is unknown"));
    }
}

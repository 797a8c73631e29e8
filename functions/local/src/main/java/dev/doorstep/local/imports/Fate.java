package dev.doorstep.local.imports;

import static java.util.Objects.requireNonNull;

/** What became of a row. */
sealed interface Fate {

    /** It is a reply now that was not there before. */
    record Imported() implements Fate {}

    /** It is a further version of a reply that was imported before. */
    record Changed() implements Fate {}

    /** The reply says this already. */
    record Known() implements Fate {}

    /** The reply said this before, and something else since. */
    record KnownBefore() implements Fate {}

    record Refused(String reason) implements Fate {

        public Refused {
            requireNonNull(reason, "reason is null");
        }
    }

    /** Whether the row is what its reply says now. */
    default boolean isCurrent() {
        return switch (this) {
            case Imported _, Changed _, Known _ -> true;
            case KnownBefore _, Refused _ -> false;
        };
    }
}

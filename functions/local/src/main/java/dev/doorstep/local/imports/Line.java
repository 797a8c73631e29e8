package dev.doorstep.local.imports;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Rejected;

import java.util.Map;
import java.util.Optional;

/** A record of the file behind its header. */
sealed interface Line {

    /** Where it begins in the file, from 1. */
    long number();

    /**
     * Its fields, by the names of their columns.
     *
     * @param fields without spaces around them; empty ones are left out
     */
    record Row(long number, Map<String, String> fields) implements Line {

        public Row {
            fields = Map.copyOf(fields);
        }

        Optional<String> find(String column) {
            return Optional.ofNullable(fields.get(column));
        }

        String require(String column) {
            return find(column).orElseThrow(() -> wrong(column, "is empty"));
        }

        /** What is wrong with a field, without its value. */
        static Rejected wrong(String column, String detail) {
            return new Rejected("/" + column, detail);
        }
    }

    /** Its fields cannot be told. */
    record Unreadable(long number, String reason) implements Line {

        public Unreadable {
            requireNonNull(reason, "reason is null");
        }
    }
}

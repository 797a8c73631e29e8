package dev.doorstep.scores;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** Some of the things that are filed under a day, and where it goes on if there are more. */
public record FiledPage(List<Counted> things, Optional<Cursor> next) {

    public FiledPage {
        things = List.copyOf(things);
        requireNonNull(next, "next is null");
    }

    /**
     * Where a page ended.
     *
     * @param partition of those that a day is spread over
     * @param id the last thing of it that was seen
     */
    public record Cursor(int partition, String id) {

        public Cursor {
            if (partition < 0 || partition >= CountedKey.PARTITIONS) {
                throw new IllegalArgumentException("there is no such partition");
            }
            requireNonNull(id, "id is null");
        }
    }
}

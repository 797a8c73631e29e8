package dev.doorstep.scores;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of what stands behind the figures of a day, and where it goes on if it does. */
public record DayPart(List<Counted> things, Optional<From> next) {

    public DayPart {
        things = List.copyOf(things);
        requireNonNull(next, "next is null");
    }

    /**
     * Where a part begins.
     *
     * @param partition of those that a day is spread over
     * @param after the id of the last thing before it; empty at the partition's beginning
     */
    public record From(int partition, Optional<String> after) {
        private static final From START = new From(0, Optional.empty());

        public From {
            requireNonNull(after, "after is null");
            if (partition < 0 || partition >= CountedKey.PARTITIONS) {
                throw new IllegalArgumentException("there is no such partition");
            }
        }

        public static From start() {
            return START;
        }

        /** After the thing with this id. */
        public static From after(String id) {
            return new From(CountedKey.partition(id), Optional.of(id));
        }

        /** This, and where each partition begins that comes after its own. */
        public List<From> andLaterPartitions() {
            return Stream.iterate(
                            Optional.of(this),
                            Optional::isPresent,
                            from -> from.flatMap(From::nextPartition))
                    .map(Optional::orElseThrow)
                    .toList();
        }

        /** Whether it is within a partition, and not at its beginning. */
        public boolean isWithin() {
            return after.isPresent();
        }

        From goingOnAfter(String id) {
            return new From(partition, Optional.of(id));
        }

        Optional<From> nextPartition() {
            return partition + 1 < CountedKey.PARTITIONS
                    ? Optional.of(new From(partition + 1, Optional.empty()))
                    : Optional.empty();
        }
    }
}

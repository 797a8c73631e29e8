package dev.doorstep.local.dryrun;

import static java.util.Objects.requireNonNull;

import dev.doorstep.surveys.OrderEvent;

import java.time.Instant;
import java.util.Comparator;

/** An order event, and when it came. */
record Arrival(Instant at, OrderEvent event) {
    /** The same for each order in which files are read. */
    static final Comparator<Arrival> BY_TIME =
            Comparator.comparing(Arrival::at)
                    .thenComparing(arrival -> arrival.event().key())
                    .thenComparing(arrival -> arrival.event().toString());

    Arrival {
        requireNonNull(at, "at is null");
        requireNonNull(event, "event is null");
    }
}

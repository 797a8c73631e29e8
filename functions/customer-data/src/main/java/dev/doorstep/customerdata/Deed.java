package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Who of support did something, by their id at the sign-in, or what did it, and when. */
record Deed(String by, Instant at) {

    Deed {
        requireNonNull(by, "by is null");
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}

package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Ids;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A time by which a person was to be in touch with the customer, and what became of it.
 *
 * @param warnAt when most of its time has passed and who has the case is to be warned
 * @param warnedAt when they were
 * @param end empty while it binds
 */
public record Promise(
        Instant madeAt, Instant warnAt, Instant by, Optional<Instant> warnedAt, Optional<End> end) {

    public Promise {
        madeAt = madeAt.truncatedTo(ChronoUnit.MILLIS);
        warnAt = warnAt.truncatedTo(ChronoUnit.MILLIS);
        by = by.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(warnedAt, "warnedAt is null");
        requireNonNull(end, "end is null");
        if (warnAt.isAfter(by)) {
            throw new IllegalArgumentException("warns of a promise that is broken already");
        }
    }

    /** A new one, which binds from now on. */
    public Promise(Instant madeAt, Instant warnAt, Instant by) {
        this(madeAt, warnAt, by, Optional.empty(), Optional.empty());
    }

    public boolean isOpen() {
        return end.isEmpty();
    }

    /** When somebody must look at it next, while it binds. */
    public Instant nextLook() {
        return warnedAt.isPresent() ? by : warnAt;
    }

    Promise warned(Instant at) {
        return new Promise(madeAt, warnAt, by, Optional.of(at), end);
    }

    /** The first end stays. A promise whose time has passed was broken, whatever came then. */
    Promise ended(Fate fate, Instant at) {
        if (!isOpen()) {
            return this;
        }
        End next = at.isAfter(by) ? new End(Fate.BROKEN, by) : new End(fate, at);
        return new Promise(madeAt, warnAt, by, warnedAt, Optional.of(next));
    }

    /** How a promise ended, and when. */
    public record End(Fate fate, Instant at) {

        public End {
            requireNonNull(fate, "fate is null");
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** What can become of a promise. */
    public enum Fate {
        KEPT,
        /** Another time took its place before it came, and the customer was told. */
        MOVED,
        BROKEN,
        /** The case ended without a need to be in touch. */
        CALLED_OFF;

        /** The name in tables and answers. */
        public String id() {
            return Ids.of(this);
        }

        /**
         * @throws IllegalArgumentException if there is no such value
         */
        public static Fate of(String id) {
            return Ids.require(values(), id);
        }
    }
}

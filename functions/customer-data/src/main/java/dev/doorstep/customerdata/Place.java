package dev.doorstep.customerdata;

import dev.doorstep.lambda.Ids;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where something of a customer can be, in the order in which it is looked for: what orders are
 * theirs is known after the first.
 */
enum Place {
    /** The orders, with the replies and the follow-ups that belong to each. */
    SURVEYS,
    /** The replies whose order is not kept, or names nobody any more. */
    REPLIES,
    /** The cases of the customer whose order names somebody else by now, or nobody. */
    FOLLOW_UPS,
    /** Before the links, by which those are known that others sent to a customer's address. */
    INBOUND_MAILS,
    /** Each ends by itself, sooner than anything can be outdated. */
    LINKS,
    TIMERS,
    /** Suppression and when last asked: kept, as nobody is to be asked who did not want to be. */
    CONTACTS,
    /** Which mail of which survey went out when: kept, as each is sent at most once. */
    MAILS,
    /** What was answered, and which cases were opened, while the rest was erased. */
    LATE_ANSWERS;

    static Place first() {
        return SURVEYS;
    }

    /** The place to look at after this one; empty after the last. */
    Optional<Place> next(Kind kind) {
        return Arrays.stream(values())
                .filter(place -> place.compareTo(this) > 0)
                .filter(place -> place.isLookedAt(kind))
                .findFirst();
    }

    private boolean isLookedAt(Kind kind) {
        return switch (this) {
            case SURVEYS, FOLLOW_UPS, INBOUND_MAILS -> true;
            case REPLIES -> kind == Kind.RETENTION;
            case LINKS, TIMERS -> kind != Kind.RETENTION;
            case CONTACTS -> kind != Kind.RETENTION;
            case MAILS -> kind == Kind.EXPORT;
            case LATE_ANSWERS -> kind == Kind.ERASE;
        };
    }

    String id() {
        return Ids.of(this);
    }

    /**
     * @throws IllegalArgumentException if there is no such place
     */
    static Place of(String id) {
        return Ids.require(values(), id);
    }
}

package dev.doorstep.emailreply.score;

/** How a score was told. */
public enum Tier {
    /** The text says nothing else. */
    ALONE,
    /** "8/10", "8 out of 10". */
    FRACTION,
    /** "I give you an 8". */
    PHRASE,
    /** The text begins with it: "8, because …". */
    FIRST
}

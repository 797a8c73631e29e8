package dev.doorstep.surveys;

/** How a delivery went that may not have come when it was promised. */
public enum Lateness {
    /** On time, or of no promise that we know. */
    NONE,
    LATE,
    /** By a day or more. */
    DAYS,
    /** It was reported lost before. */
    LOST_FIRST
}

package dev.doorstep.emailreply.score;

/** Why a text with numbers is not surely a score. */
public enum Cause {
    /** No number of this scale: "8" of 1 to 7, "-5", "12". */
    OFF_SCALE,
    /** "4/5" where the scale ends with 10. */
    OTHER_SCALE,
    /** Different numbers, or too many. */
    SEVERAL,
    /** "7 or 8", "7-8". */
    RANGE,
    /** "not a 10". */
    NEGATED,
    /** "at least 8", "8+". */
    BOUND,
    /** "would be a 10 if …", "maybe 8". */
    CONDITIONAL,
    /** "used to be a 10", "10 except the box". */
    CHANGED,
    /** "1, excellent", "10 for losing it". */
    CONTRADICTED,
    /** "8?". */
    QUESTION,
    /** Nothing says that the number is the score. */
    UNSAID
}

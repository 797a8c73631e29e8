package dev.doorstep.emailreply.score;

/** What words of a language do to the numbers near them. */
enum Role {
    OUT_OF("out-of"),
    RATING_BEFORE("rating.before"),
    RATING_AFTER("rating.after"),
    LABEL("label"),
    NEGATION("negation"),
    BOUND("bounds"),
    CONDITIONAL("conditional"),
    RANGE("range"),
    CHANGE("change"),
    THANKS("thanks"),
    GREETING("greeting"),
    BECAUSE("because"),
    UNIT("units"),
    MONTH("months"),
    DATED("date.prepositions"),
    UNSUBSCRIBE("unsubscribe"),
    /** Turns to the other side of things: "8 but the box was wet". */
    BUT("but"),
    /** Tells what the score is for. */
    FOR("for"),
    /** May follow a score: "8 from me". */
    AFTER("after"),
    /** May lead to a score that its clause begins with: "for me it's an 8". */
    LEAD("lead"),
    /** Joins a subject with its score: "is". */
    COPULA("copula"),
    /** Doubt: "maybe". */
    HEDGE("hedge"),
    /** A condition, wherever in the sentence it stands. */
    IF("if"),
    EXCEPT("except"),
    /** A part of a larger number, or of one between two whole ones. */
    NUMERAL("numeral"),
    /** Goes on with the clause before the comma. */
    THAT("that"),
    STAR("star"),
    /** "on a scale of". */
    SCALE("scale"),
    PLEASE("please"),
    GOOD("good"),
    BAD("bad"),
    /** Gets the number, so that the writer did not give it: "gave me 3". */
    RECEIVER("receiver"),
    /** Rates, but may be somebody else's doing: "the driver gave". */
    THIRD("third"),
    /** Praises with a one: "number one!". */
    NUMBER_ONE("number-one"),
    /** The writer. */
    SELF("self"),
    /** Makes a number before it that of a house: "8, rue du Moulin". */
    STREET("street"),
    /** Tells of an address, which a number may end. */
    ADDRESS("address"),
    /** Begins a sentence, so that the number with a dot before it is no ordinal one. */
    OPENER("opener"),
    /** Makes a number up to 6 one of a scale of which 1 is the best. */
    SCHOOL_MARK("school-mark"),
    /** Before "9/10" it makes a date. */
    DAY("day"),
    /** English words that mean something else in this language. */
    FOREIGN("foreign");

    private final String key;

    Role(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}

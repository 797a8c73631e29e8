package dev.doorstep.insights;

import dev.doorstep.lambda.Ids;

/** What replies are told apart by. */
public enum Dimension {
    /** Not at all: has one value, {@code all}. */
    ALL,
    CARRIER,
    COUNTRY,
    LANGUAGE,
    PRODUCT_GROUP,
    REASON,
    DAYS_LATE,
    CHANNEL;

    /** The name in tables and answers: lower case, with dashes. */
    public String id() {
        return Ids.of(this);
    }

    /**
     * @throws IllegalArgumentException if there is no such dimension
     */
    static Dimension of(String id) {
        return Ids.require(values(), id);
    }
}

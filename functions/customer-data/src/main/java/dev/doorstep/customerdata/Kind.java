package dev.doorstep.customerdata;

import dev.doorstep.lambda.Ids;

/** What can be asked for about a customer's data. */
enum Kind {
    /** To have a copy of it. */
    EXPORT,
    ERASE;

    /** The name in tables, paths and answers. */
    String id() {
        return Ids.of(this);
    }

    /**
     * @throws IllegalArgumentException if there is no such kind
     */
    static Kind of(String id) {
        return Ids.require(values(), id);
    }
}

package dev.doorstep.customerdata;

import dev.doorstep.lambda.Ids;

/** What can be asked for about customers' data. */
enum Kind {
    /** To have a copy of it. */
    EXPORT,
    ERASE,
    /** To have erased what was kept for as long as the programme says. */
    RETENTION;

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

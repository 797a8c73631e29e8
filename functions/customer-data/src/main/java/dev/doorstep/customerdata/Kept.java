package dev.doorstep.customerdata;

import dev.doorstep.lambda.Ids;

/** What is kept of customers, as it is counted: rows of tables, and objects of the mail bucket. */
enum Kept {
    SURVEYS,
    REPLIES,
    FOLLOW_UPS,
    LINKS,
    TIMERS,
    INBOUND_MAILS,
    PHOTOGRAPHS,
    CONTACTS,
    MAILS;

    /** Of an object in the bucket of inbound mails. */
    static Kept ofObject(String key) {
        return key.startsWith(InboundMails.MAILS) ? INBOUND_MAILS : PHOTOGRAPHS;
    }

    /** Whether it lies in the bucket, and not in a table. */
    boolean isObject() {
        return this == INBOUND_MAILS || this == PHOTOGRAPHS;
    }

    /** Whether such a request looks for it, and so can say that there was none. */
    boolean isSought(Kind kind) {
        return switch (this) {
            case SURVEYS, REPLIES, FOLLOW_UPS, INBOUND_MAILS, PHOTOGRAPHS -> true;
            case LINKS, TIMERS -> kind != Kind.RETENTION;
            case CONTACTS, MAILS -> kind == Kind.EXPORT;
        };
    }

    String id() {
        return Ids.of(this);
    }

    /**
     * @throws IllegalArgumentException if there is no such thing
     */
    static Kept of(String id) {
        return Ids.require(values(), id);
    }
}

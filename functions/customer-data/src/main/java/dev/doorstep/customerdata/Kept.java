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

    /** Whether erasing takes it away; else it says nothing of a person, or must outlive them. */
    boolean isErased() {
        return this != CONTACTS && this != MAILS;
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

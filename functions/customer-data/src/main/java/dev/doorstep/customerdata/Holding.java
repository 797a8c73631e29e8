package dev.doorstep.customerdata;

import java.util.Optional;

/** A place that holds data of customers. Safe for use by several threads. */
interface Holding {

    /**
     * Looks for what is the customer's, a part of the place at a time.
     *
     * @param cursor where the look before this one said that it goes on; empty at the beginning
     */
    Found.Page look(Customer customer, Optional<String> cursor);

    /** Erases what was found under a name. Doing it again, or the rest of it, is harmless. */
    void erase(Customer customer, String name);
}

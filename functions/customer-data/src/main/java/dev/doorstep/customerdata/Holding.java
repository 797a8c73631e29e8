package dev.doorstep.customerdata;

import java.util.Optional;

/**
 * A place that holds data of customers. Safe for use by several threads.
 *
 * @param <S> tells what is looked for
 */
interface Holding<S> {

    /**
     * Looks for it, a part of the place at a time.
     *
     * @param cursor where the look before this one said that it goes on; empty at the beginning
     */
    Found.Page look(S sought, Optional<String> cursor);

    /** Erases what was found under a name. Doing it again, or the rest of it, is harmless. */
    void erase(S sought, String name);
}

package dev.doorstep.local.load;

import java.util.concurrent.ThreadLocalRandom;

/**
 * What happens to some of many.
 *
 * @param of from 0 to 1
 */
record Share(double of) {

    /** Whether it happens this time. */
    boolean falls() {
        return ThreadLocalRandom.current().nextDouble() < of;
    }
}

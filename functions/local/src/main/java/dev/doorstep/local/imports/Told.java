package dev.doorstep.local.imports;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import java.util.Optional;

/**
 * What the person who imports says where a file does not.
 *
 * @param touchpoint what its customers were asked about
 * @param metric what they were asked
 * @param cesHasSevenPoints whether its CES goes from 1 to 7
 */
record Told(Optional<Touchpoint> touchpoint, Optional<Metric> metric, boolean cesHasSevenPoints) {

    Told {
        requireNonNull(touchpoint, "touchpoint is null");
        requireNonNull(metric, "metric is null");
    }
}

package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.scores.Counted;
import dev.doorstep.scores.Tally;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A version of something that is counted.
 *
 * @param isNews whether it adds something else than the version before it
 */
record Turn(Counted next, boolean isNews) {

    Turn {
        requireNonNull(next, "next is null");
    }

    /** What one version after the other makes of these; what was not there added nothing. */
    static List<Turn> of(List<Counted> before, List<Counted> after) {
        Map<String, Tally> tallies =
                before.stream().collect(Collectors.toMap(Counted::id, Counted::tally));
        return after.stream()
                .map(
                        next -> {
                            Tally nothing = Tally.nothing(next.about(), next.day());
                            Tally was = tallies.getOrDefault(next.id(), nothing);
                            return new Turn(next, !was.equals(next.tally()));
                        })
                .toList();
    }

    /** Whether there is nothing to count, and was nothing right before. */
    boolean isIdle() {
        return !isNews && next.tally().isNothing();
    }
}

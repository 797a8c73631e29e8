package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.figures.Middle;
import dev.doorstep.figures.Share;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is in the middle of the agents' own figures: half of them are better, half are worse. Of a
 * figure, only those agents count who have one.
 *
 * @param kept from 0 to 1, of each agent's promises
 * @param recovered from 0 to 1, of each agent's customers who said what came of it
 * @param timeToContact of each agent's median
 */
record AgentsMedian(
        Optional<Middle<Double>> cases,
        Optional<Middle<Double>> kept,
        Optional<Middle<Double>> recovered,
        Optional<Middle<Duration>> timeToContact) {

    /** Of two, each would know what the other's figures are. */
    private static final int FEWEST_AGENTS = 3;

    AgentsMedian {
        requireNonNull(cases, "cases is null");
        requireNonNull(kept, "kept is null");
        requireNonNull(recovered, "recovered is null");
        requireNonNull(timeToContact, "timeToContact is null");
    }

    /** Empty of too few agents. */
    static Optional<AgentsMedian> of(List<Figures> agents) {
        return agents.size() < FEWEST_AGENTS
                ? Optional.empty()
                : Optional.of(
                        new AgentsMedian(
                                numbers(agents, f -> Optional.of((double) f.cases())),
                                numbers(agents, f -> share(f.kept())),
                                numbers(agents, f -> share(f.recovered())),
                                Middle.of(
                                        all(agents, f -> f.timeToContact().map(Middle::median)),
                                        Figures::halfway)));
    }

    private static Optional<Double> share(Share share) {
        return share.all() == 0 ? Optional.empty() : Optional.of(share.value());
    }

    private static Optional<Middle<Double>> numbers(
            List<Figures> agents, Function<Figures, Optional<Double>> figure) {
        return Middle.of(all(agents, figure), (one, other) -> (one + other) / 2);
    }

    private static <T> List<T> all(List<Figures> agents, Function<Figures, Optional<T>> figure) {
        return agents.stream().map(figure).flatMap(Optional::stream).toList();
    }
}

package dev.doorstep.local.faults;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Something that happens in the house, and must end the same whatever goes wrong.
 *
 * @param given what happened before, undisturbed
 * @param when what happens under faults
 * @param functions whose calls go wrong, by logical id
 * @param interruption the moment at which {@code meanwhile} happens
 * @param alike two orders that may change places: which of them comes first is left to chance
 */
record Scenario(
        String name,
        Consumer<People> given,
        Consumer<People> when,
        Set<String> functions,
        Optional<Trigger.Interruption> interruption,
        Consumer<People> meanwhile,
        List<String> alike) {

    Scenario {
        requireNonNull(name, "name is null");
        requireNonNull(given, "given is null");
        requireNonNull(when, "when is null");
        functions = Set.copyOf(functions);
        requireNonNull(interruption, "interruption is null");
        requireNonNull(meanwhile, "meanwhile is null");
        alike = List.copyOf(alike);
    }

    static Scenario of(
            String name, Consumer<People> given, Consumer<People> when, String... functions) {
        return new Scenario(
                name, given, when, Set.of(functions), Optional.empty(), _ -> {}, List.of());
    }

    /** The same, and nothing goes wrong in one function. */
    Scenario without(String function) {
        Set<String> others = new HashSet<>(functions);
        others.remove(function);
        return new Scenario(name, given, when, others, interruption, meanwhile, alike);
    }

    /** The same, and something else happens before a function's first call of an operation. */
    Scenario interruptedAt(String function, String operation, Consumer<People> other) {
        return new Scenario(
                name,
                given,
                when,
                functions,
                Optional.of(new Trigger.Interruption(function, operation)),
                other,
                alike);
    }

    /** The same, and which of two orders comes first is left to chance. */
    Scenario inAnyOrder(String one, String another) {
        return new Scenario(
                name, given, when, functions, interruption, meanwhile, List.of(one, another));
    }
}

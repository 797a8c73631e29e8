package dev.doorstep.playbook;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to do for a follow-up for which all conditions hold; without conditions, for any.
 *
 * @param practice what the rule puts into practice
 */
public record Rule(
        String id,
        Title title,
        Practice practice,
        List<Condition> conditions,
        List<Action> actions) {

    public Rule {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(practice, "practice is null");
        conditions = List.copyOf(conditions);
        actions = List.copyOf(actions);
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("a rule suggests something");
        }
    }

    Optional<Suggestion> suggest(Facts facts) {
        List<Because> because = new ArrayList<>();
        for (Condition condition : conditions) {
            Optional<Because> holds = condition.holds(facts);
            if (holds.isEmpty()) {
                return Optional.empty();
            }
            because.add(holds.get());
        }
        return Optional.of(
                new Suggestion(
                        id,
                        title,
                        actions,
                        because.isEmpty() ? List.of(new Because.NothingElse()) : because,
                        practice));
    }

    /** Whether this rule asks for nothing that the other does not ask for as well. */
    boolean matchesWherever(Rule other) {
        return conditions.stream()
                .allMatch(mine -> other.conditions.stream().anyMatch(mine::includes));
    }
}

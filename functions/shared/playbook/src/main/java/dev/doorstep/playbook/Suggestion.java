package dev.doorstep.playbook;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What support might do for a follow-up, which rule says so, and why it matched.
 *
 * @param because never empty
 */
public record Suggestion(
        String ruleId,
        Title title,
        List<Action> actions,
        List<Because> because,
        Practice practice) {

    public Suggestion {
        requireNonNull(ruleId, "ruleId is null");
        requireNonNull(title, "title is null");
        actions = List.copyOf(actions);
        because = List.copyOf(because);
        requireNonNull(practice, "practice is null");
    }
}

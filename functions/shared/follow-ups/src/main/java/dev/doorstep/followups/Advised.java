package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the playbook suggested for a case, and what support really did.
 *
 * @param rule the id of the rule that suggested it; empty if none did
 * @param suggested actions, by their ids
 * @param done actions, by their ids
 */
public record Advised(String rule, List<String> suggested, List<String> done) {

    public Advised {
        requireNonNull(rule, "rule is null");
        suggested = List.copyOf(suggested);
        done = List.copyOf(done);
    }
}

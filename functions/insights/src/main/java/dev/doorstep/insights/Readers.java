package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may read reports: whoever may see the desk.
 *
 * @param claim the claim of a token that names its bearer's groups
 * @param groups of which a reader is in at least one
 */
record Readers(String claim, Set<String> groups) {

    Readers {
        requireNonNull(claim, "claim is null");
        groups = Set.copyOf(groups);
    }

    static Readers of(Environment environment) {
        return new Readers(
                environment.require("DESK_GROUPS_CLAIM"),
                Set.of(
                        environment.require("DESK_VIEWERS_GROUP"),
                        environment.require("DESK_AGENTS_GROUP"),
                        environment.require("DESK_LEADS_GROUP")));
    }

    /** Who may take replies away as a file: whoever leads support. */
    static Readers leads(Environment environment) {
        return new Readers(
                environment.require("DESK_GROUPS_CLAIM"),
                Set.of(environment.require("DESK_LEADS_GROUP")));
    }

    /** Looks at the claims that API Gateway's JWT authorizer tells of. */
    boolean include(Map<String, String> claims) {
        return Optional.ofNullable(claims.get(claim))
                .map(HttpRequest::elements)
                .orElse(List.of())
                .stream()
                .anyMatch(groups::contains);
    }
}

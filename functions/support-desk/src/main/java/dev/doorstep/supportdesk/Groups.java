package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Environment;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the groups of a sign-in allow. Who is in none of them may do nothing.
 *
 * @param claim the claim of a token that names its bearer's groups
 */
record Groups(String claim, String viewers, String agents, String leads) {

    Groups {
        requireNonNull(claim, "claim is null");
        requireNonNull(viewers, "viewers is null");
        requireNonNull(agents, "agents is null");
        requireNonNull(leads, "leads is null");
    }

    static Groups of(Environment environment) {
        return new Groups(
                environment.require("DESK_GROUPS_CLAIM"),
                environment.require("DESK_VIEWERS_GROUP"),
                environment.require("DESK_AGENTS_GROUP"),
                environment.require("DESK_LEADS_GROUP"));
    }

    /** The roles of who is in these groups; each holds the ones below it. */
    Set<Role> roles(Collection<String> groups) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (groups.contains(viewers)) {
            roles.add(Role.VIEWER);
        }
        if (groups.contains(agents)) {
            roles.addAll(List.of(Role.VIEWER, Role.AGENT));
        }
        if (groups.contains(leads)) {
            roles.addAll(List.of(Role.values()));
        }
        return roles;
    }

    /**
     * The roles that API Gateway's JWT authorizer tells of. It hands on each claim as one string,
     * an array as its elements in brackets with spaces between them, <code>[a b]</code>: a group
     * whose name has a space in it cannot be told from two groups.
     */
    Set<Role> rolesOfClaim(Optional<String> value) {
        return roles(value.map(Groups::elements).orElse(List.of()));
    }

    private static List<String> elements(String claim) {
        boolean isArray = claim.startsWith("[") && claim.endsWith("]");
        return isArray
                ? Arrays.asList(claim.substring(1, claim.length() - 1).split(" ", -1))
                : List.of(claim);
    }
}

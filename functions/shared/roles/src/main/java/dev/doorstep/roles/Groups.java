package dev.doorstep.roles;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Problem;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the groups of a sign-in allow. Who is in none of them may do nothing.
 *
 * @param claim the claim of a token that names its bearer's groups
 */
public record Groups(String claim, String viewers, String agents, String leads) {

    public Groups {
        requireNonNull(claim, "claim is null");
        requireNonNull(viewers, "viewers is null");
        requireNonNull(agents, "agents is null");
        requireNonNull(leads, "leads is null");
    }

    public static Groups production(Environment environment) {
        return new Groups(
                environment.require("DESK_GROUPS_CLAIM"),
                environment.require("DESK_VIEWERS_GROUP"),
                environment.require("DESK_AGENTS_GROUP"),
                environment.require("DESK_LEADS_GROUP"));
    }

    /** The roles of who is in these groups; each holds the ones below it. */
    public Set<Role> roles(Collection<String> groups) {
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

    /** The roles by the claims that API Gateway's JWT authorizer tells of. */
    public Set<Role> rolesByClaims(Map<String, String> claims) {
        return roles(
                Optional.ofNullable(claims.get(claim))
                        .map(HttpRequest::elements)
                        .orElse(List.of()));
    }

    /**
     * Answers who has a role, and tells others that they may not: 403, or 401 where the token names
     * nobody.
     *
     * @param answer to the person whose id it is given
     */
    public HttpResponse admit(
            HttpRequest request, Role role, Function<String, HttpResponse> answer) {
        if (!rolesByClaims(request.claims()).contains(role)) {
            return HttpResponse.problem(
                    Problem.of(403, "Forbidden", "None of your groups may do this."));
        }
        return Optional.ofNullable(request.claims().get("sub"))
                .map(answer)
                .orElseGet(
                        () ->
                                HttpResponse.problem(
                                        Problem.of(
                                                401, "Unauthorized", "The token names nobody.")));
    }
}

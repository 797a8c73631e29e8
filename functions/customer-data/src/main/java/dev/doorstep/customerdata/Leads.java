package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;

import java.util.Optional;

/**
 * Who leads support, from the groups that their sign-in names.
 *
 * @param claim the claim of a token that names its bearer's groups
 */
record Leads(String claim, String group) {

    Leads {
        requireNonNull(claim, "claim is null");
        requireNonNull(group, "group is null");
    }

    static Leads of(Environment environment) {
        return new Leads(
                environment.require("DESK_GROUPS_CLAIM"), environment.require("DESK_LEADS_GROUP"));
    }

    boolean include(HttpRequest request) {
        return Optional.ofNullable(request.claims().get(claim))
                .map(HttpRequest::elements)
                .filter(groups -> groups.contains(group))
                .isPresent();
    }
}

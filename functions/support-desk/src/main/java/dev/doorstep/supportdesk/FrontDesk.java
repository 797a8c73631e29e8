package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Once;
import dev.doorstep.lambda.Problem;
import dev.doorstep.roles.Groups;
import dev.doorstep.roles.Role;
import dev.doorstep.signin.FrontDoor;
import dev.doorstep.signin.Page;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All that support reaches: the API, whose callers API Gateway has let in, and the page, which has
 * a door of its own. Each does what the roles of the caller allow.
 */
final class FrontDesk {
    private static final List<String> API =
            List.of("/desk/follow-ups", "/desk/orders", "/desk/coaching");
    private static final String FOR_AGENTS = "/desk/coaching";
    private static final String FOR_LEADS = "/desk/coaching/training";

    private final SupportDesk api;
    private final Groups groups;
    private final FrontDoor door;
    private final Supplier<Page> page;

    /**
     * @param page asked for only when it is needed: the API never needs it
     */
    FrontDesk(SupportDesk api, Groups groups, FrontDoor door, Supplier<Page> page) {
        this.api = requireNonNull(api, "api is null");
        this.groups = requireNonNull(groups, "groups is null");
        this.door = requireNonNull(door, "door is null");
        this.page = requireNonNull(page, "page is null");
    }

    static FrontDesk production(Environment environment) {
        SupportDesk api = SupportDesk.production(environment);
        return new FrontDesk(
                api,
                Groups.production(environment),
                FrontDoor.production(environment, Role.VIEWER, Role.AGENT),
                new Once<>(api::page));
    }

    HttpResponse respond(HttpRequest request) {
        if (API.stream().noneMatch(place -> isIn(place, request))) {
            return door.respond(request, page.get());
        }
        Set<Role> roles = groups.rolesByClaims(request.claims());
        return roles.contains(needed(request))
                ? api.respond(request, roles)
                : HttpResponse.problem(
                        Problem.of(403, "Forbidden", "None of your groups may do this."));
    }

    private static Role needed(HttpRequest request) {
        if (isIn(FOR_LEADS, request)) {
            return Role.LEAD;
        }
        boolean onlyReads = request.method().equals("GET") && !isIn(FOR_AGENTS, request);
        return onlyReads ? Role.VIEWER : Role.AGENT;
    }

    private static boolean isIn(String place, HttpRequest request) {
        return request.path().equals(place) || request.path().startsWith(place + "/");
    }
}

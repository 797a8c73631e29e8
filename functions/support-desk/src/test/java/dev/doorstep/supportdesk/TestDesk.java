package dev.doorstep.supportdesk;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.roles.Groups;
import dev.doorstep.roles.Role;
import dev.doorstep.signin.Door;
import dev.doorstep.signin.FrontDoor;
import dev.doorstep.signin.Page;
import dev.doorstep.signin.SignIn;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** The desk as tests wire it. */
final class TestDesk {
    static final Groups GROUPS =
            new Groups("groups", "doorstep-viewers", "doorstep-agents", "doorstep-leads");
    static final Page PAGE =
            (request, session) ->
                    HttpResponse.html(
                            200,
                            request.method() + " by " + session.agent().id() + " went through");

    private TestDesk() {}

    /** With an API that never asks how people sign in. */
    static SupportDeskHandler handler(SupportDesk api) {
        return new SupportDeskHandler(
                new FrontDesk(api, GROUPS, door(TestDesk::nobody), () -> PAGE));
    }

    static FrontDoor door(Supplier<SignIn> signIn) {
        return new FrontDoor(
                new Door(signIn, GROUPS, Optional.empty(), Role.VIEWER, Role.AGENT),
                signIn,
                Clock.systemUTC());
    }

    private static SignIn nobody() {
        throw new AssertionError("the API asks for the sign-in");
    }

    /** The request with other values for some of its parts. */
    static HttpRequest request(HttpRequest like, String method, String path, byte[] body) {
        return new HttpRequest(
                method,
                path,
                like.headers(),
                like.pathParameters(),
                like.query(),
                like.cookies(),
                like.claims(),
                body);
    }
}

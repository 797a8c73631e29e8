package dev.doorstep.supportdesk;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.signin.Session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets people to the page as its door does.
 *
 * @param sessions of who is signed in, by the cookie {@code user}
 */
record TestDoor(DeskPage page, Function<String, Optional<Session>> sessions)
        implements Function<HttpRequest, HttpResponse> {
    static final String USER = "user";

    @Override
    public HttpResponse apply(HttpRequest request) {
        return page.open(request).orElseGet(() -> admitted(request));
    }

    private HttpResponse admitted(HttpRequest request) {
        Optional<Session> session =
                Optional.ofNullable(request.cookies().get(USER)).flatMap(sessions);
        boolean isPost = request.method().equals("POST");
        if (session.isEmpty()) {
            return isPost
                    ? page.sendAgain(request, session, "/desk/sign-in")
                    : new HttpResponse(401, Map.of(), List.of(), "Signed out.");
        }
        boolean hasKey =
                !isPost
                        || request.form()
                                .getOrDefault("key", List.of())
                                .contains(session.get().formKey());
        return hasKey
                ? page.respond(request, session.get())
                : page.sendAgain(request, session, "/desk/sign-in");
    }
}

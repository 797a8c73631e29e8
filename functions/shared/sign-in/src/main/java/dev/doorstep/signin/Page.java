package dev.doorstep.signin;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;

import java.util.Optional;

/** What is behind a door. */
public interface Page {

    /**
     * What someone who is signed in is shown, or what they sent leads to. A POST comes only with
     * the form key of the session, from someone who may send it.
     */
    HttpResponse respond(HttpRequest request, Session session);

    /** What everyone may see, such as styles and scripts; empty if it is none of that. */
    default Optional<HttpResponse> open(HttpRequest request) {
        return Optional.empty();
    }

    /**
     * What is shown to who sent a form too late: the sign-in that it was made for has ended.
     * Nothing was done. It must offer again what was typed.
     *
     * @param session who is signed in now; empty if nobody is, and then the form goes through only
     *     after a sign-in
     * @param signIn the path that signs in
     */
    default HttpResponse sendAgain(HttpRequest request, Optional<Session> session, String signIn) {
        return DoorPages.sendAgain(request, session, signIn);
    }
}

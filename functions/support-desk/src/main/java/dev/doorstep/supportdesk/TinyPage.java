package dev.doorstep.supportdesk;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;

/** Says who is signed in. */
final class TinyPage implements Page {

    @Override
    public HttpResponse respond(HttpRequest request, Session session) {
        return DoorPages.welcome(session);
    }
}

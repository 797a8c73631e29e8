package dev.doorstep.signin;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the door itself says. */
final class DoorPages {
    private DoorPages() {}

    static HttpResponse notSignedIn(int status, String why) {
        return page(
                status,
                "You are not signed in",
                "<p>%s</p><p>%s</p>"
                        .formatted(escaped(why), link(Door.SIGN_IN, "Sign in again", false)));
    }

    static HttpResponse signedOut() {
        return page(
                200,
                "You are signed out",
                "<p>%s</p>".formatted(link(Door.SIGN_IN, "Sign in", false)));
    }

    /** For who is signed in, but in none of the groups that this takes. */
    static HttpResponse notAllowed(Session session) {
        return page(
                403,
                "You may not do this",
                """
                <p>Your sign-in names no group that may. Ask whoever manages the groups, then sign in
                again.</p>
                %s\
                """
                        .formatted(signOutForm(session)));
    }

    private static String signOutForm(Session session) {
        return "<form method=\"post\" action=\"%s\">%s<button>Sign out</button></form>"
                .formatted(
                        FrontDoor.SIGN_OUT,
                        hidden(Map.entry(Door.KEY_FIELD, List.of(session.formKey()))));
    }

    static HttpResponse refused(int status, String why) {
        return page(status, "This was not done", "<p>%s</p>".formatted(escaped(why)));
    }

    static HttpResponse unavailable() {
        return page(
                503,
                "This cannot be had now",
                "<p>Nothing was done, or all of it. Try again in a moment.</p>");
    }

    /** Everything that was typed, and a button that sends it once more. */
    static HttpResponse sendAgain(HttpRequest request, Optional<Session> session, String signIn) {
        String typed =
                request.form().entrySet().stream()
                        .filter(field -> !field.getKey().equals(Door.KEY_FIELD))
                        .map(DoorPages::hidden)
                        .collect(Collectors.joining());
        String key =
                session.map(s -> hidden(Map.entry(Door.KEY_FIELD, List.of(s.formKey()))))
                        .orElse("");
        String first =
                session.isPresent()
                        ? "<p>You have signed in anew since the page was shown.</p>"
                        : "<p>Your sign-in has ended. %s, then come back here.</p>"
                                .formatted(link(signIn, "Sign in in a new tab", true));
        return page(
                session.isPresent() ? 403 : 401,
                "Not sent yet",
                "%s<p>Nothing is lost.</p><form method=\"post\" action=\"%s\">%s%s<button>Send again</button></form>%s"
                        .formatted(
                                first,
                                escaped(LandingPlace.encoded(request.path())),
                                key,
                                typed,
                                shown(request.form())));
    }

    private static String shown(Map<String, List<String>> form) {
        return form.entrySet().stream()
                .filter(field -> !field.getKey().equals(Door.KEY_FIELD))
                .flatMap(
                        field ->
                                field.getValue().stream()
                                        .map(
                                                value ->
                                                        "<dt>%s</dt><dd>%s</dd>"
                                                                .formatted(
                                                                        escaped(field.getKey()),
                                                                        escaped(value))))
                .collect(Collectors.joining("", "<dl>", "</dl>"));
    }

    private static String hidden(Map.Entry<String, List<String>> field) {
        return field.getValue().stream()
                .map(
                        value ->
                                "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                                        .formatted(escaped(field.getKey()), escaped(value)))
                .collect(Collectors.joining());
    }

    private static String link(String path, String text, boolean inNewTab) {
        return "<a href=\"%s\"%s>%s</a>"
                .formatted(
                        escaped(path),
                        inNewTab ? " target=\"_blank\" rel=\"noopener\"" : "",
                        escaped(text));
    }

    private static HttpResponse page(int status, String title, String body) {
        return HttpResponse.html(
                status,
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                %2$s
                </main>
                </body>
                </html>
                """
                        .formatted(escaped(title), body));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

package dev.doorstep.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.Agent;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Once;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.roles.Groups;
import dev.doorstep.roles.Role;

import software.amazon.awssdk.core.exception.SdkException;

import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Stands before pages: tells a page who is there, and turns away what did not come from a person at
 * the page. Whoever is not signed in is sent to the {@link FrontDoor}, which is the desk's. Safe
 * for use by several threads.
 */
public final class Door {
    /** The field of a form that carries the key of its session. */
    public static final String KEY_FIELD = "key";

    static final String SIGN_IN = "/desk/sign-in";
    static final String SESSION_COOKIE = "__Host-desk";

    private static final int LARGEST_FORM = 64 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Supplier<? extends Bearers> bearers;
    private final Groups groups;
    private final Optional<URI> url;
    private final Role toRead;
    private final Role toWrite;

    /**
     * @param bearers asked for only when it is needed: an API beside the page never needs it
     * @param url where the page is reached; empty if it is where requests say
     * @param toRead the role that is shown the page
     * @param toWrite the role that may send it a form
     */
    public Door(
            Supplier<? extends Bearers> bearers,
            Groups groups,
            Optional<URI> url,
            Role toRead,
            Role toWrite) {
        this.bearers = requireNonNull(bearers, "bearers is null");
        this.groups = requireNonNull(groups, "groups is null");
        this.url = requireNonNull(url, "url is null");
        this.toRead = requireNonNull(toRead, "toRead is null");
        this.toWrite = requireNonNull(toWrite, "toWrite is null");
    }

    /** One that knows who is there, and needs no secret for it. */
    public static Door production(Environment environment, Role toRead, Role toWrite) {
        return production(
                environment,
                new Once<>(() -> OpenIdBearers.production(environment)),
                toRead,
                toWrite);
    }

    static Door production(
            Environment environment,
            Supplier<? extends Bearers> bearers,
            Role toRead,
            Role toWrite) {
        return new Door(
                bearers,
                Groups.production(environment),
                environment.find("DESK_URL").map(URI::create),
                toRead,
                toWrite);
    }

    /** Answers a request for the page, whoever it comes from. */
    public HttpResponse respond(HttpRequest request, Page page) {
        return respond(request, page, _ -> Optional.empty());
    }

    /**
     * @param before answers what is for nobody behind the door; asked before a session is
     */
    HttpResponse respond(
            HttpRequest request, Page page, Function<HttpRequest, Optional<HttpResponse>> before) {
        HttpResponse response;
        try {
            response = answer(request, page, before);
        } catch (Rejected e) {
            Log.info("request refused", Map.of("field", e.field(), "detail", e.detail()));
            response = DoorPages.refused(400, "The request cannot be read.");
        } catch (SdkException | Unavailable e) {
            Log.failure("request failed", e, Map.of());
            response = DoorPages.unavailable();
        }
        return guarded(response);
    }

    private HttpResponse answer(
            HttpRequest request, Page page, Function<HttpRequest, Optional<HttpResponse>> before) {
        Optional<HttpResponse> refusal =
                request.method().equals("POST") ? refusal(request) : page.open(request);
        return refusal.or(() -> before.apply(request)).orElseGet(() -> letIn(request, page));
    }

    private HttpResponse letIn(HttpRequest request, Page page) {
        return session(request)
                .map(session -> admitted(request, session, page))
                .orElseGet(() -> withoutSession(request, page));
    }

    Optional<Session> session(HttpRequest request) {
        return token(request)
                .flatMap(
                        token -> bearers.get().bearer(token).map(person -> session(person, token)));
    }

    private Session session(Bearers.Person person, String token) {
        return new Session(
                new Agent(person.id(), person.name(), person.address()),
                groups.roles(person.groups()),
                FormKey.of(token));
    }

    private HttpResponse admitted(HttpRequest request, Session session, Page page) {
        boolean isPost = request.method().equals("POST");
        if (!session.may(isPost ? toWrite : toRead)) {
            return DoorPages.notAllowed(session);
        }
        return isPost && !carriesKey(request, session)
                ? page.sendAgain(request, Optional.of(session), signInPath(LandingPlace.HOME))
                : page.respond(request, session);
    }

    /** Only what a person opens goes to the sign-in: a style sheet would open one more of it. */
    private static HttpResponse withoutSession(HttpRequest request, Page page) {
        if (request.method().equals("POST")) {
            return page.sendAgain(request, Optional.empty(), signInPath(LandingPlace.HOME));
        }
        boolean isDocument = request.header("sec-fetch-dest").map("document"::equals).orElse(true);
        return isDocument
                ? seeOther(signInPath(LandingPlace.of(request)))
                : DoorPages.notSignedIn(401, "The sign-in has ended.");
    }

    static boolean carriesKey(HttpRequest request, Session session) {
        return request.form().getOrDefault(KEY_FIELD, List.of()).stream()
                .anyMatch(key -> isSame(session.formKey(), key));
    }

    /** Why a form is not even looked at, if there is a reason. */
    private Optional<HttpResponse> refusal(HttpRequest request) {
        if (!comesFromThePage(request)) {
            Log.info("form from elsewhere refused", Map.of());
            return Optional.of(DoorPages.refused(403, "This was not sent from the desk's page."));
        }
        if (!request.contentType().equals(FORM)) {
            return Optional.of(DoorPages.refused(415, "This is not a form."));
        }
        return request.body().length > LARGEST_FORM
                ? Optional.of(DoorPages.refused(413, "This is longer than 64 KB."))
                : Optional.empty();
    }

    /** Browsers say where a form comes from; what says nothing still needs the key. */
    private boolean comesFromThePage(HttpRequest request) {
        return request.header("sec-fetch-site")
                .map("same-origin"::equals)
                .or(() -> request.header("origin").map(address(request)::equals))
                .orElse(true);
    }

    // ---- where things are

    /** API Gateway answers only to its own names: the host of a request is one of them. */
    String address(HttpRequest request) {
        return url.map(Door::withoutSlash)
                .orElseGet(
                        () ->
                                "https://"
                                        + request.header("host")
                                                .orElseThrow(
                                                        () -> new Rejected("", "names no host")));
    }

    private static String withoutSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    static String signInPath(String place) {
        return SIGN_IN + "?to=" + URLEncoder.encode(place, UTF_8);
    }

    private static Optional<String> token(HttpRequest request) {
        return Optional.ofNullable(request.cookies().get(SESSION_COOKIE))
                .filter(token -> !token.isEmpty());
    }

    static boolean isSame(String known, String given) {
        return MessageDigest.isEqual(known.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    // ---- responses

    static HttpResponse seeOther(String place) {
        return new HttpResponse(303, Map.of("location", place), List.of(), "");
    }

    /** Styles and scripts may say themselves how long they are good for. */
    private HttpResponse guarded(HttpResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("cache-control", "no-store");
        headers.putAll(response.headers());
        headers.put("content-security-policy", contentSecurityPolicy(response));
        headers.put("referrer-policy", "same-origin");
        headers.put("x-content-type-options", "nosniff");
        return response.withHeaders(headers);
    }

    /** A form may lead to the issuer by a redirect: signing out ends there. */
    private String contentSecurityPolicy(HttpResponse response) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                + " connect-src 'self';"
                + " form-action 'self'"
                + (hasForms(response) ? issuer() : "")
                + "; frame-ancestors 'none'; base-uri 'none'";
    }

    private static boolean hasForms(HttpResponse response) {
        return response.status() < 500
                && response.headers().getOrDefault("content-type", "").startsWith("text/html");
    }

    private String issuer() {
        try {
            return bearers.get().origins().stream()
                    .map(origin -> " " + origin)
                    .collect(Collectors.joining());
        } catch (Unavailable _) {
            return "";
        }
    }
}

package dev.doorstep.supportdesk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.Agent;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.roles.Groups;
import dev.doorstep.roles.Role;

import software.amazon.awssdk.core.exception.SdkException;

import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Stands before the desk's page: signs people in and out, tells the page who is there, and turns
 * away what did not come from a person at the page. Safe for use by several threads.
 */
final class DeskDoor {
    static final String SIGN_IN = "/desk/sign-in";
    static final String SIGNED_IN = "/desk/signed-in";
    static final String SIGN_OUT = "/desk/sign-out";
    static final String KEY_FIELD = "key";
    static final String SESSION_COOKIE = "__Host-desk";
    static final String BEGUN_COOKIE = "__Host-desk-sign-in";

    private static final Duration SIGNING_IN_LASTS = Duration.ofMinutes(10);
    private static final int LARGEST_COOKIE = 4_096;
    private static final int LARGEST_FORM = 64 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Supplier<SignIn> signIn;
    private final Groups groups;
    private final Optional<URI> url;
    private final Clock clock;

    /**
     * @param signIn asked for only when it is needed: the desk's API never needs it
     * @param url where the page is reached; empty if it is where requests say
     */
    DeskDoor(Supplier<SignIn> signIn, Groups groups, Optional<URI> url, Clock clock) {
        this.signIn = requireNonNull(signIn, "signIn is null");
        this.groups = requireNonNull(groups, "groups is null");
        this.url = requireNonNull(url, "url is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    static DeskDoor production(Environment environment) {
        return new DeskDoor(
                new Once<>(() -> OpenIdSignIn.production(environment)),
                Groups.production(environment),
                environment.find("DESK_URL").map(URI::create),
                Clock.systemUTC());
    }

    /** Answers a request for the page, whoever it comes from. */
    HttpResponse respond(HttpRequest request, Page page) {
        HttpResponse response;
        try {
            response = answer(request, page);
        } catch (Rejected e) {
            Log.info("request refused", Map.of("field", e.field(), "detail", e.detail()));
            response = DoorPages.refused(400, "The request cannot be read.");
        } catch (SdkException | Unavailable e) {
            Log.failure("request failed", e, Map.of());
            response = DoorPages.unavailable();
        }
        return guarded(response);
    }

    private HttpResponse answer(HttpRequest request, Page page) {
        Optional<HttpResponse> refusal =
                request.method().equals("POST") ? refusal(request) : page.open(request);
        return refusal.orElseGet(() -> route(request, page));
    }

    private HttpResponse route(HttpRequest request, Page page) {
        return switch (request.method() + " " + request.path()) {
            case "GET " + SIGN_IN -> begin(request);
            case "GET " + SIGNED_IN -> end(request);
            case "POST " + SIGN_OUT -> signOut(request, page);
            default ->
                    session(request)
                            .map(session -> admitted(request, session, page))
                            .orElseGet(() -> withoutSession(request, page));
        };
    }

    // ---- signing in

    private HttpResponse begin(HttpRequest request) {
        SignIn.Beginning beginning = signIn.get().begin(returnTo(request));
        String place = LandingPlace.of(Optional.ofNullable(request.query().get("to")));
        return seeOther(beginning.place().toString())
                .withCookie(
                        cookie(
                                BEGUN_COOKIE,
                                BegunCookie.write(beginning.begun(), place),
                                SIGNING_IN_LASTS));
    }

    private HttpResponse end(HttpRequest request) {
        Optional<BegunCookie> begun =
                Optional.ofNullable(request.cookies().get(BEGUN_COOKIE)).flatMap(BegunCookie::read);
        HttpResponse response =
                begun.filter(known -> isSame(known.begun().state(), asked(request, "state")))
                        .map(known -> end(request, known))
                        .orElseGet(
                                () ->
                                        DoorPages.notSignedIn(
                                                400,
                                                "This sign-in was not begun in this browser, or"
                                                        + " too long ago."));
        return with(response, cookie(BEGUN_COOKIE, "", Duration.ZERO));
    }

    private HttpResponse end(HttpRequest request, BegunCookie known) {
        String code = asked(request, "code");
        Optional<SignIn.Token> token =
                code.isBlank()
                        ? Optional.empty()
                        : signIn.get().end(known.begun(), code, returnTo(request));
        return token.map(t -> signedIn(t, known.place()))
                .orElseGet(
                        () -> DoorPages.notSignedIn(403, "The sign-in was refused or called off."));
    }

    private HttpResponse signedIn(SignIn.Token token, String place) {
        Duration lasts = Duration.between(clock.instant(), token.expiresAt());
        String cookie = cookie(SESSION_COOKIE, token.value(), lasts);
        if (cookie.length() > LARGEST_COOKIE) {
            Log.info("token too long", Map.of("length", token.value().length()));
            return DoorPages.notSignedIn(
                    403, "The sign-in says too much for a cookie: fewer groups would do.");
        }
        return with(seeOther(place), cookie);
    }

    private HttpResponse signOut(HttpRequest request, Page page) {
        Optional<Session> session = session(request);
        if (session.isPresent() && !carriesKey(request, session.get())) {
            return page.sendAgain(request, session, signInPath(LandingPlace.HOME));
        }
        HttpResponse response =
                signIn.get()
                        .signOut(URI.create(address(request) + LandingPlace.HOME))
                        .map(place -> seeOther(place.toString()))
                        .orElseGet(DoorPages::signedOut);
        return with(response, cookie(SESSION_COOKIE, "", Duration.ZERO));
    }

    // ---- letting in

    private Optional<Session> session(HttpRequest request) {
        return token(request)
                .flatMap(token -> signIn.get().bearer(token).map(person -> session(person, token)));
    }

    private Session session(SignIn.Person person, String token) {
        return new Session(
                new Agent(person.id(), person.name(), person.address()),
                groups.roles(person.groups()),
                FormKey.of(token));
    }

    private static HttpResponse admitted(HttpRequest request, Session session, Page page) {
        boolean isPost = request.method().equals("POST");
        if (!session.may(isPost ? Role.AGENT : Role.VIEWER)) {
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

    private static boolean carriesKey(HttpRequest request, Session session) {
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

    private URI returnTo(HttpRequest request) {
        return URI.create(address(request) + SIGNED_IN);
    }

    /** API Gateway answers only to its own names: the host of a request is one of them. */
    private String address(HttpRequest request) {
        return url.map(DeskDoor::withoutSlash)
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

    private static String asked(HttpRequest request, String name) {
        return request.query().getOrDefault(name, "");
    }

    private static boolean isSame(String known, String given) {
        return MessageDigest.isEqual(known.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    // ---- responses

    private static String cookie(String name, String value, Duration lasts) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; Secure; SameSite=Lax"
                .formatted(name, value, Math.max(0, lasts.toSeconds()));
    }

    private static HttpResponse seeOther(String place) {
        return new HttpResponse(303, Map.of("location", place), List.of(), "");
    }

    private static HttpResponse with(HttpResponse response, String cookie) {
        List<String> cookies = new ArrayList<>(response.cookies());
        cookies.add(cookie);
        return new HttpResponse(response.status(), response.headers(), cookies, response.body());
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
            return signIn.get().origins().stream()
                    .map(origin -> " " + origin)
                    .collect(Collectors.joining());
        } catch (Unavailable _) {
            return "";
        }
    }
}

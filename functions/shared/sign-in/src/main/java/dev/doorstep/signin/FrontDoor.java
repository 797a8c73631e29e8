package dev.doorstep.signin;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Once;
import dev.doorstep.roles.Role;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The desk's door, at which people sign in and out for all pages of the host: with a {@link Door}
 * for what is behind it. Safe for use by several threads.
 */
public final class FrontDoor {
    static final String SIGNED_IN = "/desk/signed-in";
    static final String SIGN_OUT = "/desk/sign-out";
    static final String BEGUN_COOKIE = "__Host-desk-sign-in";

    private static final Duration SIGNING_IN_LASTS = Duration.ofMinutes(10);
    private static final int LARGEST_COOKIE = 4_096;

    private final Door door;
    private final Supplier<SignIn> signIn;
    private final Clock clock;

    /**
     * @param door that knows by the same sign-in who is there
     * @param signIn asked for only when it is needed: the desk's API never needs it
     */
    public FrontDoor(Door door, Supplier<SignIn> signIn, Clock clock) {
        this.door = requireNonNull(door, "door is null");
        this.signIn = requireNonNull(signIn, "signIn is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    public static FrontDoor production(Environment environment, Role toRead, Role toWrite) {
        Supplier<SignIn> signIn = new Once<>(() -> OpenIdSignIn.production(environment));
        return new FrontDoor(
                Door.production(environment, signIn, toRead, toWrite), signIn, Clock.systemUTC());
    }

    /** Answers a request for the page, whoever it comes from. */
    public HttpResponse respond(HttpRequest request, Page page) {
        return door.respond(request, page, asked -> inOrOut(asked, page));
    }

    private Optional<HttpResponse> inOrOut(HttpRequest request, Page page) {
        return switch (request.method() + " " + request.path()) {
            case "GET " + Door.SIGN_IN -> Optional.of(begin(request));
            case "GET " + SIGNED_IN -> Optional.of(end(request));
            case "POST " + SIGN_OUT -> Optional.of(signOut(request, page));
            default -> Optional.empty();
        };
    }

    private HttpResponse begin(HttpRequest request) {
        SignIn.Beginning beginning = signIn.get().begin(returnTo(request));
        String place = LandingPlace.of(Optional.ofNullable(request.query().get("to")));
        return Door.seeOther(beginning.place().toString())
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
                begun.filter(known -> Door.isSame(known.begun().state(), asked(request, "state")))
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
        String cookie = cookie(Door.SESSION_COOKIE, token.value(), lasts);
        if (cookie.length() > LARGEST_COOKIE) {
            Log.info("token too long", Map.of("length", token.value().length()));
            return DoorPages.notSignedIn(
                    403, "The sign-in says too much for a cookie: fewer groups would do.");
        }
        return with(Door.seeOther(place), cookie);
    }

    private HttpResponse signOut(HttpRequest request, Page page) {
        Optional<Session> session = door.session(request);
        if (session.isPresent() && !Door.carriesKey(request, session.get())) {
            return page.sendAgain(request, session, Door.signInPath(LandingPlace.HOME));
        }
        HttpResponse response =
                signIn.get()
                        .signOut(URI.create(door.address(request) + LandingPlace.HOME))
                        .map(place -> Door.seeOther(place.toString()))
                        .orElseGet(DoorPages::signedOut);
        return with(response, cookie(Door.SESSION_COOKIE, "", Duration.ZERO));
    }

    private URI returnTo(HttpRequest request) {
        return URI.create(door.address(request) + SIGNED_IN);
    }

    private static String asked(HttpRequest request, String name) {
        return request.query().getOrDefault(name, "");
    }

    private static String cookie(String name, String value, Duration lasts) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; Secure; SameSite=Lax"
                .formatted(name, value, Math.max(0, lasts.toSeconds()));
    }

    private static HttpResponse with(HttpResponse response, String cookie) {
        List<String> cookies = new ArrayList<>(response.cookies());
        cookies.add(cookie);
        return new HttpResponse(response.status(), response.headers(), cookies, response.body());
    }
}

package dev.doorstep.signin;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Once;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.roles.Groups;
import dev.doorstep.roles.Role;
import dev.doorstep.testing.Events;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class DoorTest {
    private static final String HOST = "https://desk.example.com";
    private static final String CASE = "/desk/cases/A-1001~delivery";
    private static final String LEADS = "doorstep-leads";
    private static final String AGENTS = "doorstep-agents";
    private static final String VIEWERS = "doorstep-viewers";

    private static final Groups GROUPS = new Groups("groups", VIEWERS, AGENTS, LEADS);
    private static final Page PAGE =
            (request, session) ->
                    HttpResponse.html(
                            200,
                            request.method() + " by " + session.agent().id() + " went through");

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Issuer issuer;

    private final Supplier<SignIn> signIn = new Once<>(issuer::signIn);
    private final FrontDoor door = frontDoor(signIn, Optional.empty());
    private final Door doorOfInsights =
            new Door(signIn, GROUPS, Optional.empty(), Role.VIEWER, Role.LEAD);

    @BeforeAll
    static void startIssuer() {
        issuer = new Issuer();
    }

    @AfterAll
    static void stopIssuer() {
        issuer.close();
    }

    @Test
    void sendsToTheIssuerWithAChallengeAStateAndANonce() {
        HttpResponse response = respond(sample("sign-in"));

        Map<String, String> asked = query(location(response));
        assertThat(response.status()).isEqualTo(303);
        assertThat(response.headers().get("location")).startsWith(issuer.url() + "/authorize?");
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", Issuer.CLIENT)
                .containsEntry("redirect_uri", HOST + "/desk/signed-in")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(asked.get("scope")).isEqualTo("openid profile email");
        assertThat(response.cookies())
                .singleElement()
                .asString()
                .startsWith("__Host-desk-sign-in=")
                .endsWith("; Path=/; Max-Age=600; HttpOnly; Secure; SameSite=Lax")
                .doesNotContain(asked.get("code_challenge"));
    }

    @Test
    void asksEachTimeWithOthers() {
        Map<String, String> once = query(location(respond(sample("sign-in"))));
        Map<String, String> again = query(location(respond(sample("sign-in"))));

        assertThat(again.get("state")).isNotEqualTo(once.get("state"));
        assertThat(again.get("nonce")).isNotEqualTo(once.get("nonce"));
        assertThat(again.get("code_challenge")).isNotEqualTo(once.get("code_challenge"));
    }

    @Test
    void signsInAndGoesWhereThePersonWantedToGo() {
        HttpResponse response = signInTo(CASE, AGENTS);

        assertThat(response.status()).isEqualTo(303);
        assertThat(response.headers()).containsEntry("location", CASE);
        assertThat(response.cookies())
                .anySatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith("__Host-desk=e")
                                        .contains("; Path=/; ", "; HttpOnly; Secure; SameSite=Lax")
                                        .doesNotContain("Domain"))
                .anySatisfy(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith("__Host-desk-sign-in=; ")
                                        .contains("Max-Age=0"));
    }

    @Test
    void showsThePageToWhoSignedIn() {
        String token = cookie(signInTo(CASE, AGENTS), "__Host-desk");

        HttpResponse page = respond(shown("/desk", token));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).isEqualTo("GET by agent-1 went through");
    }

    @Test
    void tellsThePageWhoThatIs() {
        Session[] seen = new Session[1];
        String token = issuer.token(LEADS);

        door.respond(
                shown("/desk", token),
                (_, session) -> {
                    seen[0] = session;
                    return HttpResponse.html(200, "");
                });

        assertThat(seen[0].agent().name()).contains("Robin");
        assertThat(seen[0].agent().address()).contains("robin@desk.example");
        assertThat(seen[0].roles()).containsExactlyInAnyOrder(Role.values());
        assertThat(seen[0].formKey()).hasSizeGreaterThan(40).doesNotContain(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/desk/../../evil",
                "/desk/%2E%2e/evil",
                "/desk/./..",
                "/desk//evil.example",
                "/desk\r\nset-cookie: a=b",
                "/desk/sign-in",
                "/desk/signed-in?code=1",
                "/desk/sign-out",
                "/deskevil",
                "/desk@evil.example",
                "/desk/\\evil.example",
                "desk",
                "javascript:alert(1)",
                "/desk/<script>",
                ""
            })
    void goesNowhereElseAfterASignIn(String place) {
        assertThat(signInTo(place, AGENTS).headers()).containsEntry("location", "/desk");
    }

    @Test
    void signsNobodyInWhoseStateIsAnother() {
        Browser browser = new Browser();
        Map<String, String> came = browser.goToTheIssuer(AGENTS);

        HttpResponse response =
                browser.comeBack(Map.of("code", came.get("code"), "state", "another"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(cookies(response)).doesNotContainKey("__Host-desk");
    }

    @Test
    void signsNobodyInWhoDidNotBegin() {
        Map<String, String> came = new Browser().goToTheIssuer(AGENTS);

        HttpResponse response = new Browser().comeBack(came);

        assertThat(response.status()).isEqualTo(400);
        assertThat(cookies(response)).doesNotContainKey("__Host-desk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.c", "a.b.c.d", "%%%.b.c.d", "....", "YQ.YQ.YQ.YQ"})
    void signsNobodyInWhoseBeginningCannotBeRead(String beginning) {
        Browser browser = new Browser();
        Map<String, String> came = browser.goToTheIssuer(AGENTS);
        browser.cookies.put("__Host-desk-sign-in", beginning);

        assertThat(browser.comeBack(came).status()).isEqualTo(400);
    }

    @Test
    void takesACodeOnce() {
        Browser browser = new Browser();
        Map<String, String> came = browser.goToTheIssuer(AGENTS);
        Map<String, String> kept = new LinkedHashMap<>(browser.cookies);
        HttpResponse first = browser.comeBack(came);
        browser.cookies.putAll(kept);

        HttpResponse replayed = browser.comeBack(came);

        assertThat(first.status()).isEqualTo(303);
        assertThat(replayed.status()).isEqualTo(403);
        assertThat(cookies(replayed)).doesNotContainKey("__Host-desk");
    }

    @Test
    void takesNoCodeThatAnotherBrowserWasGiven() {
        Browser victim = new Browser();
        Browser attacker = new Browser();
        String code = attacker.goToTheIssuer(LEADS).get("code");
        String state = victim.goToTheIssuer(AGENTS).get("state");

        HttpResponse response = victim.comeBack(Map.of("code", code, "state", state));

        assertThat(response.status()).isEqualTo(403);
        assertThat(cookies(response)).doesNotContainKey("__Host-desk");
    }

    @Test
    void takesNoTokenOfAnotherNonce() {
        Browser browser = new Browser();
        Map<String, String> came = browser.goToTheIssuer(AGENTS);
        String[] parts = browser.cookies.getOrDefault("__Host-desk-sign-in", "").split("\\.");
        browser.cookies.put(
                "__Host-desk-sign-in", parts[0] + ".b3RoZXI." + parts[2] + "." + parts[3]);

        HttpResponse response = browser.comeBack(came);

        assertThat(response.status()).isEqualTo(403);
        assertThat(cookies(response)).doesNotContainKey("__Host-desk");
    }

    @Test
    void saysSoIfTheSignInWasCalledOff() {
        Browser browser = new Browser();
        String state = browser.goToTheIssuer(AGENTS).get("state");

        HttpResponse response = browser.comeBack(Map.of("error", "access_denied", "state", state));

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.body()).contains("href=\"/desk/sign-in\"");
    }

    static Stream<Arguments> badTokens() {
        return Stream.concat(
                Stream.of(
                        Arguments.of("expired", issuer.expiredToken()),
                        Arguments.of("of another issuer", issuer.tokenOfAnotherIssuer()),
                        Arguments.of("for another audience", issuer.tokenOf("shop")),
                        Arguments.of("unsigned", issuer.unsignedToken()),
                        Arguments.of("not yet valid", issuer.tokenFromLaterOn()),
                        Arguments.of("signed by another key", issuer.tokenSignedByAnotherKey()),
                        Arguments.of("with a key of its own", issuer.tokenThatBringsItsKey()),
                        Arguments.of("changed", issuer.tamperedToken()),
                        Arguments.of("none at all", "header.claims.signature"),
                        Arguments.of("empty", "")),
                issuer.tokensSignedWithThePublicKeyAsSecret().stream()
                        .map(token -> Arguments.of("signed with the public key", token)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void sendsWhoBearsABadTokenToTheSignInAndBack(String how, String token) {
        HttpResponse response = respond(shown(CASE, token));

        assertThat(response.status()).isEqualTo(303);
        assertThat(response.headers())
                .containsEntry("location", "/desk/sign-in?to=" + URLEncoder.encode(CASE, UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void doesNothingForWhoBearsABadTokenAndLosesNothing(String how, String token) {
        HttpResponse response =
                respond(sent(CASE, token, "key=old&note=%3Cb%3ETold+her%3C%2Fb%3E&note=twice"));

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.body())
                .contains("name=\"note\" value=\"&lt;b&gt;Told her&lt;/b&gt;\"")
                .contains("name=\"note\" value=\"twice\"")
                .contains("action=\"" + CASE + "\"")
                .contains("href=\"/desk/sign-in?to=%2Fdesk\"")
                .doesNotContain("went through", "<b>", "value=\"old\"");
    }

    @Test
    void leavesToThePageWhatToShowWhoSentTooLate() {
        Page page =
                new Page() {
                    @Override
                    public HttpResponse respond(HttpRequest request, Session session) {
                        return HttpResponse.html(200, "went through");
                    }

                    @Override
                    public HttpResponse sendAgain(
                            HttpRequest request, Optional<Session> session, String signIn) {
                        return HttpResponse.html(session.isPresent() ? 403 : 401, "again");
                    }
                };

        assertThat(door.respond(sent(CASE, "", "note=a"), page).body()).isEqualTo("again");
        assertThat(door.respond(sent(CASE, issuer.token(AGENTS), "note=a"), page).status())
                .isEqualTo(403);
    }

    @Test
    void takesAFormThatCarriesTheKey() {
        String token = issuer.token(AGENTS);

        HttpResponse response = respond(sent(CASE, token, "note=a&key=" + FormKey.of(token)));

        assertThat(response.body()).isEqualTo("POST by agent-1 went through");
    }

    @ParameterizedTest
    @ValueSource(strings = {"note=a", "note=a&key=", "note=a&key=guessed"})
    void asksAgainWhereTheKeyIsMissingOrOfAnotherSignIn(String form) {
        String token = issuer.token(AGENTS);

        HttpResponse response = respond(sent(CASE, token, form));

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.body())
                .contains("name=\"key\" value=\"" + FormKey.of(token) + "\"")
                .contains("name=\"note\" value=\"a\"")
                .doesNotContain("went through");
    }

    @ParameterizedTest
    @CsvSource({
        "sec-fetch-site, cross-site, 403",
        "sec-fetch-site, same-site, 403",
        "sec-fetch-site, none, 403",
        "sec-fetch-site, same-origin, 200",
        "origin, https://evil.example, 403",
        "origin, https://desk.example.com.evil.example, 403",
        "origin, null, 403",
        "origin, https://desk.example.com, 200",
        "accept, text/html, 200",
    })
    void takesFormsOnlyFromThePage(String header, String value, int status) {
        String token = issuer.token(AGENTS);
        HttpRequest form = sent(CASE, token, "key=" + FormKey.of(token));
        Map<String, String> headers = new LinkedHashMap<>(form.headers());
        headers.keySet().removeIf(name -> name.startsWith("sec-fetch") || name.equals("origin"));
        headers.put(header, value);

        HttpResponse response = respond(with(form, headers));

        assertThat(response.status()).isEqualTo(status);
    }

    @Test
    void takesNothingButFormsAndNoneThatAreHuge() {
        String token = issuer.token(AGENTS);
        HttpRequest form = sent(CASE, token, "key=" + FormKey.of(token));
        Map<String, String> headers = new LinkedHashMap<>(form.headers());
        headers.put("content-type", "text/plain");

        assertThat(respond(with(form, headers)).status()).isEqualTo(415);
        assertThat(respond(sent(CASE, token, "note=" + "x".repeat(70_000))).status())
                .isEqualTo(413);
        assertThat(respond(sent(CASE, token, "note=%zz")).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "doorstep-viewers, 200, 403",
        "doorstep-agents,  200, 200",
        "doorstep-leads,   200, 200",
        "strangers,        403, 403"
    })
    void letsEachRoleDoWhatItMay(String group, int get, int post) {
        String token = issuer.token(group);

        assertThat(respond(shown(CASE, token)).status()).isEqualTo(get);
        assertThat(respond(sent(CASE, token, "key=" + FormKey.of(token))).status()).isEqualTo(post);
    }

    @ParameterizedTest
    @CsvSource({
        "doorstep-viewers, 200, 403",
        "doorstep-agents,  200, 403",
        "doorstep-leads,   200, 200",
        "strangers,        403, 403"
    })
    void takesAnotherRoleForFormsWhereAPageNeedsIt(String group, int get, int post) {
        String token = issuer.token(group);
        HttpRequest form = sent("/insights", token, "key=" + FormKey.of(token));

        assertThat(doorOfInsights.respond(shown("/insights", token), PAGE).status()).isEqualTo(get);
        assertThat(doorOfInsights.respond(form, PAGE).status()).isEqualTo(post);
    }

    @Test
    void knowsAtAnotherDoorWhoSignedInAtTheDesk() {
        String token = cookie(signInTo("/insights", VIEWERS), "__Host-desk");

        HttpResponse page = doorOfInsights.respond(shown("/insights", token), PAGE);

        assertThat(page.body()).isEqualTo("GET by agent-1 went through");
    }

    @Test
    void sendsToTheDeskWhoIsNotSignedInAndBackToWhereTheyWantedToGo() {
        HttpRequest report =
                with(
                        shown("/insights/delivery", ""),
                        Map.of("from", "2026-11-01", "by", "carrier"),
                        Map.of());

        HttpResponse response = doorOfInsights.respond(report, PAGE);

        String place = "/insights/delivery?by=carrier&from=2026-11-01";
        assertThat(response.status()).isEqualTo(303);
        assertThat(response.headers().get("location")).startsWith("/desk/sign-in?to=");
        assertThat(query(location(response))).containsEntry("to", place);
        assertThat(signInTo(place, VIEWERS).headers()).containsEntry("location", place);
    }

    @Test
    void doesNothingAtAnotherDoorForWhoIsNotSignedIn() {
        HttpResponse response =
                doorOfInsights.respond(sent("/insights", "", "note=a&key=guessed"), PAGE);

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.body()).doesNotContain("went through");
    }

    @Test
    void takesAtAnotherDoorNoFormWithoutTheKeyOrFromElsewhere() {
        String token = issuer.token(LEADS);
        HttpRequest form = sent("/insights", token, "key=" + FormKey.of(token));
        Map<String, String> headers = new LinkedHashMap<>(form.headers());
        headers.put("sec-fetch-site", "cross-site");

        assertThat(doorOfInsights.respond(sent("/insights", token, "a=b"), PAGE).status())
                .isEqualTo(403);
        assertThat(doorOfInsights.respond(with(form, headers), PAGE).status()).isEqualTo(403);
        assertThat(doorOfInsights.respond(form, PAGE).status()).isEqualTo(200);
    }

    @Test
    void signsNobodyInOrOutAtAnotherDoor() {
        String token = issuer.token(LEADS);
        HttpRequest out = sent("/desk/sign-out", token, "key=" + FormKey.of(token));

        HttpResponse response = doorOfInsights.respond(out, PAGE);

        assertThat(response.cookies()).isEmpty();
        assertThat(doorOfInsights.respond(sample("sign-in"), PAGE).cookies()).isEmpty();
    }

    @Test
    void signsOutHereAndAtTheIssuer() {
        String token = issuer.token(VIEWERS);

        HttpResponse response = respond(sent("/desk/sign-out", token, "key=" + FormKey.of(token)));

        assertThat(response.status()).isEqualTo(303);
        assertThat(response.headers().get("location"))
                .startsWith(issuer.url() + "/endsession?")
                .contains("post_logout_redirect_uri=" + URLEncoder.encode(HOST + "/desk", UTF_8))
                .doesNotContain(token);
        assertThat(response.cookies())
                .singleElement()
                .asString()
                .startsWith("__Host-desk=; ")
                .contains("Max-Age=0");
    }

    @Test
    void signsNobodyOutWhoDidNotPressTheButton() {
        HttpResponse response =
                respond(sent("/desk/sign-out", issuer.token(AGENTS), "key=guessed"));

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.cookies()).isEmpty();
    }

    @Test
    void signsOutWhoseSignInHasEnded() {
        assertThat(respond(sent("/desk/sign-out", issuer.expiredToken(), "key=old")).status())
                .isEqualTo(303);
    }

    @Test
    void sendsNoStyleSheetToTheIssuer() {
        HttpRequest page = shown("/desk/page.css", "");
        Map<String, String> headers = new LinkedHashMap<>(page.headers());
        headers.put("sec-fetch-dest", "style");

        assertThat(respond(with(page, headers)).status()).isEqualTo(401);
    }

    @Test
    void keepsAddressesWithOddSignsOnTheWayThroughTheSignIn() {
        HttpResponse response = respond(shown("/desk/cases/A 1#é", ""));

        assertThat(query(location(response))).containsEntry("to", "/desk/cases/A%201%23%C3%A9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/sign-in", "/desk/signed-in", "/desk/cases/A"})
    void guardsEachPageByItsHeaders(String path) {
        HttpResponse response = respond(shown(path, issuer.token(AGENTS)));

        assertThat(response.headers())
                .containsEntry("cache-control", "no-store")
                .containsEntry("referrer-policy", "same-origin")
                .containsEntry("x-content-type-options", "nosniff");
        assertThat(response.headers().get("content-security-policy"))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self'",
                        "form-action 'self'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void letsFormsLeadToTheIssuerAndNowhereElse() {
        HttpResponse response = respond(shown("/desk", issuer.token(AGENTS)));

        URI place = URI.create(issuer.url());
        assertThat(response.headers().get("content-security-policy"))
                .contains("form-action 'self' http://%s; ".formatted(place.getAuthority()));
    }

    @Test
    void showsStylesToEveryoneAndLetsThemBeKept() {
        Page page =
                new Page() {
                    @Override
                    public HttpResponse respond(HttpRequest request, Session session) {
                        throw new AssertionError("nobody is signed in");
                    }

                    @Override
                    public Optional<HttpResponse> open(HttpRequest request) {
                        return Optional.of(
                                new HttpResponse(
                                        200,
                                        Map.of("cache-control", "max-age=60"),
                                        List.of(),
                                        "body{}"));
                    }
                };

        HttpResponse response = door.respond(shown("/desk/page.css", ""), page);

        assertThat(response.headers()).containsEntry("cache-control", "max-age=60");
        assertThat(response.body()).isEqualTo("body{}");
    }

    @Test
    void saysSoWhileTheIssuerCannotBeReached() {
        FrontDoor lost =
                frontDoor(() -> Issuer.signIn("http://127.0.0.1:1/desk"), Optional.empty());

        HttpResponse begun = lost.respond(sample("sign-in"), PAGE);
        HttpResponse shown = lost.respond(shown("/desk", issuer.token(AGENTS)), PAGE);

        assertThat(begun.status()).isEqualTo(503);
        assertThat(shown.status()).isEqualTo(503);
        assertThat(shown.headers()).containsKey("content-security-policy");
    }

    @Test
    void crashesOnNoFailureOfWhatIsBehindIt() {
        HttpResponse response =
                door.respond(
                        shown("/desk", issuer.token(AGENTS)),
                        (_, _) -> {
                            throw new Unavailable("the table cannot be had now");
                        });

        assertThat(response.status()).isEqualTo(503);
    }

    @Test
    void comesBackToTheAddressThatTheTemplateNames() {
        FrontDoor named =
                frontDoor(signIn, Optional.of(URI.create("https://support.example.com/")));

        HttpResponse response = named.respond(sample("sign-in"), PAGE);

        assertThat(query(location(response)))
                .containsEntry("redirect_uri", "https://support.example.com/desk/signed-in");
    }

    // ---- a browser

    private HttpResponse signInTo(String place, String group) {
        Browser browser = new Browser();
        browser.place = place;
        return browser.comeBack(browser.goToTheIssuer(group));
    }

    /** What one browser keeps on its way through a sign-in. */
    private final class Browser {
        private final Map<String, String> cookies = new LinkedHashMap<>();
        private String place = "/desk";

        /** What the issuer sends the browser back with. */
        Map<String, String> goToTheIssuer(String group) {
            issuer.expect(Issuer.AGENT, group);
            HttpResponse begun = respond(with(sample("sign-in"), Map.of("to", place), Map.of()));
            cookies.putAll(cookies(begun));
            return query(issuer.follow(location(begun)));
        }

        HttpResponse comeBack(Map<String, String> query) {
            HttpResponse response = respond(with(sample("signed-in"), query, cookies));
            cookies.putAll(cookies(response));
            return response;
        }
    }

    private static FrontDoor frontDoor(Supplier<SignIn> signIn, Optional<URI> url) {
        return new FrontDoor(
                new Door(signIn, GROUPS, url, Role.VIEWER, Role.AGENT), signIn, Clock.systemUTC());
    }

    private HttpResponse respond(HttpRequest request) {
        return door.respond(request, PAGE);
    }

    private static HttpRequest sample(String name) {
        return HttpRequest.read(Events.stream("support-desk/" + name + ".json"));
    }

    private static HttpRequest shown(String path, String token) {
        HttpRequest sample = sample("page-shown");
        return with(
                request(sample, "GET", path, new byte[0]), Map.of(), Map.of("__Host-desk", token));
    }

    private static HttpRequest sent(String path, String token, String form) {
        HttpRequest sample = sample("signed-out");
        return with(
                request(sample, "POST", path, form.getBytes(UTF_8)),
                Map.of(),
                Map.of("__Host-desk", token));
    }

    private static HttpRequest request(HttpRequest like, String method, String path, byte[] body) {
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

    private static HttpRequest with(
            HttpRequest request, Map<String, String> query, Map<String, String> cookies) {
        return new HttpRequest(
                request.method(),
                request.path(),
                request.headers(),
                request.pathParameters(),
                query,
                cookies,
                request.claims(),
                request.body());
    }

    private static HttpRequest with(HttpRequest request, Map<String, String> headers) {
        return new HttpRequest(
                request.method(),
                request.path(),
                headers,
                request.pathParameters(),
                request.query(),
                request.cookies(),
                request.claims(),
                request.body());
    }

    private static URI location(HttpResponse response) {
        return URI.create(response.headers().get("location"));
    }

    private static Map<String, String> query(URI place) {
        return Arrays.stream(place.getRawQuery().split("&"))
                .map(field -> field.split("=", 2))
                .collect(
                        Collectors.toMap(
                                field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
    }

    private static String cookie(HttpResponse response, String name) {
        return cookies(response).getOrDefault(name, "");
    }

    private static Map<String, String> cookies(HttpResponse response) {
        return response.cookies().stream()
                .map(cookie -> cookie.split(";", 2)[0].split("=", 2))
                .collect(Collectors.toMap(cookie -> cookie[0], cookie -> cookie[1]));
    }
}

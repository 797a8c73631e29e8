package dev.doorstep.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An OpenID Connect issuer on loopback, and what forgers make of its tokens. */
public final class Issuer implements AutoCloseable {
    public static final String CLIENT = "doorstep-desk";
    public static final String AGENT = "agent-1";

    private static final String NAME = "desk";
    private static final long HOUR = 3_600;

    private final MockOAuth2Server server = new MockOAuth2Server();
    private final HttpClient browser = HttpClient.newHttpClient();

    public Issuer() {
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (RuntimeException e) {
            throw new IllegalStateException("the issuer does not start", e);
        }
        warmUp();
    }

    public String url() {
        return server.issuerUrl(NAME).toString();
    }

    public SignIn signIn() {
        return signIn(url());
    }

    /** One whose issuer is elsewhere. */
    static SignIn signIn(String url) {
        return new OpenIdSignIn(new OpenIdBearers(url, CLIENT, "groups"), Optional.empty());
    }

    /** Whom the next sign-in is of. */
    void expect(String subject, String group) {
        server.enqueueCallback(
                new DefaultOAuth2TokenCallback(
                        NAME, subject, "JWT", List.of(CLIENT), claims(group), HOUR));
    }

    /** Opens a page of the issuer, and gives where it sends the browser. */
    URI follow(URI place) {
        return URI.create(get(place).headers().firstValue("location").orElseThrow());
    }

    public String token(String group) {
        return token(NAME, CLIENT, group, HOUR);
    }

    String tokenOf(String audience) {
        return token(NAME, audience, "doorstep-leads", HOUR);
    }

    String tokenOfAnotherIssuer() {
        return token("other", CLIENT, "doorstep-leads", HOUR);
    }

    String expiredToken() {
        return token(NAME, CLIENT, "doorstep-leads", -2 * 60);
    }

    /** The issuer's own, valid from an hour after now. */
    String tokenFromLaterOn() {
        long later = Instant.now().plus(Duration.ofHours(1)).getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>(claims("doorstep-leads"));
        claims.putAll(Map.of("iss", url(), "sub", AGENT, "aud", CLIENT, "nbf", later));
        return server.getConfig()
                .getTokenProvider()
                .jwt(claims, Duration.ofHours(2), NAME)
                .serialize();
    }

    String unsignedToken() {
        return new PlainJWT(read(token("doorstep-leads")).claims()).serialize();
    }

    /** Signed by a key of the forger's, under the id of the issuer's. */
    String tokenSignedByAnotherKey() {
        return forged(
                JWSAlgorithm.RS256,
                header -> header,
                kid -> new RSASSASigner(new RSAKeyGenerator(2048).keyID(kid).generate()));
    }

    /** Signed by a key of the forger's that comes along in the token's header. */
    String tokenThatBringsItsKey() {
        try {
            RSAKey own = new RSAKeyGenerator(2048).keyID("own").generate();
            return forged(
                    JWSAlgorithm.RS256,
                    header -> header.jwk(own.toPublicJWK()).keyID("own"),
                    _ -> new RSASSASigner(own));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed with the issuer's public key as a secret: as its bytes, and as it is printed. */
    List<String> tokensSignedWithThePublicKeyAsSecret() {
        try {
            byte[] key = publicKey().toRSAPublicKey().getEncoded();
            String pem =
                    "-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(key)
                            + "\n-----END PUBLIC KEY-----\n";
            return List.of(
                    forged(JWSAlgorithm.HS256, header -> header, _ -> new MACSigner(key)),
                    forged(JWSAlgorithm.HS256, header -> header, _ -> new MACSigner(pem)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String tamperedToken() {
        String[] parts = token("doorstep-viewers").split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String better = claims.replace("doorstep-viewers", "doorstep-leads");
        return parts[0]
                + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(better.getBytes(UTF_8))
                + "."
                + parts[2];
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private String token(String issuer, String audience, String group, long lasts) {
        return server.issueToken(issuer, AGENT, audience, claims(group), lasts).serialize();
    }

    private static Map<String, Object> claims(String group) {
        return Map.of(
                "name",
                "Robin",
                "email",
                "robin@desk.example",
                "groups",
                List.of("everyone", group));
    }

    private String forged(
            JWSAlgorithm algorithm, UnaryOperator<JWSHeader.Builder> change, SignerOf signer) {
        Genuine genuine = read(token("doorstep-leads"));
        JWSHeader header =
                change.apply(new JWSHeader.Builder(algorithm).keyID(genuine.keyId())).build();
        SignedJWT token = new SignedJWT(header, genuine.claims());
        try {
            token.sign(signer.of(genuine.keyId()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private RSAKey publicKey() {
        try {
            URI keys = server.jwksUrl(NAME).uri();
            return JWKSet.parse(get(keys).body()).getKeys().getFirst().toRSAKey();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Genuine read(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            return new Genuine(signed.getHeader().getKeyID(), signed.getJWTClaimsSet());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first answers, and the key, take longer on a busy machine than a sign-in waits. */
    private void warmUp() {
        get(URI.create(url() + "/.well-known/openid-configuration"));
        get(server.jwksUrl(NAME).uri());
    }

    private HttpResponse<String> get(URI place) {
        try {
            return browser.send(
                    HttpRequest.newBuilder(place).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Genuine(String keyId, JWTClaimsSet claims) {}

    private interface SignerOf {
        JWSSigner of(String keyId) throws JOSEException;
    }
}

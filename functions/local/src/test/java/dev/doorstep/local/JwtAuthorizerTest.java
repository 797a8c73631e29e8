package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

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

import dev.doorstep.lambda.JsonObject;

import no.nav.security.mock.oauth2.MockOAuth2Server;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

class JwtAuthorizerTest {
    private static final String AUDIENCE = "doorstep-desk";
    private static final String NAME = "desk";
    private static final MockOAuth2Server ISSUER = new MockOAuth2Server();

    @BeforeAll
    static void start() throws Exception {
        ISSUER.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterAll
    static void stop() {
        ISSUER.shutdown();
    }

    @Test
    void letsInWhoBearsAToken() {
        assertThat(authorize("Bearer " + genuine().serialize())).isPresent();
    }

    @Test
    void handsOnEachClaimAsAStringAndArraysInBrackets() {
        SignedJWT token =
                ISSUER.issueToken(
                        NAME,
                        "agent-1",
                        AUDIENCE,
                        Map.of(
                                "name",
                                "Robin",
                                "email_verified",
                                true,
                                "groups",
                                List.of("everyone", "doorstep-agents"),
                                "teams",
                                List.of("one"),
                                "none",
                                List.of()),
                        3_600);

        assertThat(claims(authorize("Bearer " + token.serialize()).orElseThrow()))
                .containsEntry("sub", "agent-1")
                .containsEntry("name", "Robin")
                .containsEntry("email_verified", "true")
                .containsEntry("groups", "[everyone doorstep-agents]")
                .containsEntry("teams", "[one]")
                .containsEntry("none", "[]");
    }

    static Stream<Arguments> badTokens() throws Exception {
        byte[] publicKey = publicKey().toRSAPublicKey().getEncoded();
        long later = Instant.now().plusSeconds(60).getEpochSecond();
        long justNow = Instant.now().minusSeconds(2).getEpochSecond();
        RSAKey own = new RSAKeyGenerator(2048).keyID("own").generate();
        String kid = genuine().getHeader().getKeyID();
        return Stream.of(
                Arguments.of("expired", issued(Map.of("exp", justNow))),
                Arguments.of("not yet valid", issued(Map.of("nbf", later))),
                Arguments.of("issued in the future", issued(Map.of("iat", later))),
                Arguments.of("for another audience", issued(Map.of("aud", "shop"))),
                Arguments.of(
                        "of another issuer",
                        ISSUER.issueToken("other", "agent-1", AUDIENCE).serialize()),
                Arguments.of("unsigned", new PlainJWT(genuine().getJWTClaimsSet()).serialize()),
                Arguments.of(
                        "signed by another key",
                        forged(
                                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid),
                                new RSASSASigner(own))),
                Arguments.of(
                        "with a key of its own",
                        forged(
                                new JWSHeader.Builder(JWSAlgorithm.RS256)
                                        .keyID("own")
                                        .jwk(own.toPublicJWK()),
                                new RSASSASigner(own))),
                Arguments.of(
                        "signed with the public key as a secret",
                        forged(
                                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid),
                                new MACSigner(publicKey))),
                Arguments.of("changed", changed(genuine().serialize())),
                Arguments.of("without its signature", withoutSignature(genuine().serialize())),
                Arguments.of("none at all", "a.b.c"),
                Arguments.of("empty", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void turnsAwayWhoBearsABadToken(String how, String token) {
        assertThat(authorize("Bearer " + token)).isEmpty();
    }

    @Test
    void wouldLetInTheSameTokenIfNothingWereWrongWithIt() {
        assertThat(authorize("Bearer " + issued(Map.of()))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer", "Basic YTpi"})
    void turnsAwayWhoBearsNone(String header) {
        assertThat(authorize(header)).isEmpty();
    }

    @Test
    void turnsAwayATokenThatNamesNoKey() throws Exception {
        SignedJWT genuine = genuine();
        RSAKey own = new RSAKeyGenerator(2048).keyID("own").generate();

        String token = forged(new JWSHeader.Builder(JWSAlgorithm.RS256), new RSASSASigner(own));

        assertThat(genuine.getHeader().getKeyID()).isNotNull();
        assertThat(authorize("Bearer " + token)).isEmpty();
    }

    private static Optional<Map<String, Object>> authorize(String authorization) {
        JwtAuthorizer authorizer =
                new JwtAuthorizer(
                        new ApiDefinition.Access.Jwt(
                                ISSUER.issuerUrl(NAME).toString(), List.of(AUDIENCE)));
        return authorizer.authorize(
                new SignedRequest(
                        "GET",
                        URI.create("/desk/follow-ups"),
                        Map.of("authorization", authorization),
                        new byte[0]));
    }

    private static Map<Object, Object> claims(Map<String, Object> caller) {
        JsonObject jwt = JsonObject.of(caller, "").object("jwt");
        return new LinkedHashMap<>(jwt.object("claims").members());
    }

    private static SignedJWT genuine() {
        return ISSUER.issueToken(NAME, "agent-1", AUDIENCE);
    }

    /** A token of the issuer's, with other values for some of its claims. */
    private static String issued(Map<String, Object> changes) {
        String issuer = ISSUER.issuerUrl(NAME).toString();
        Map<String, Object> claims =
                new LinkedHashMap<>(Map.of("iss", issuer, "sub", "agent-1", "aud", AUDIENCE));
        claims.putAll(changes);
        return ISSUER.getConfig()
                .getTokenProvider()
                .jwt(claims, Duration.ofHours(1), NAME)
                .serialize();
    }

    private static String forged(JWSHeader.Builder header, JWSSigner signer) throws Exception {
        JWTClaimsSet claims = genuine().getJWTClaimsSet();
        SignedJWT token = new SignedJWT(header.build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static String changed(String token) {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String better = claims.replace("agent-1", "agent-2");
        return parts[0]
                + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(better.getBytes(UTF_8))
                + "."
                + parts[2];
    }

    private static String withoutSignature(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    private static RSAKey publicKey() throws Exception {
        return JWKSet.load(ISSUER.jwksUrl(NAME).url()).getKeys().getFirst().toRSAKey();
    }
}

package dev.doorstep.local;

import static java.util.stream.Collectors.joining;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

import java.io.IOException;
import java.net.URL;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in who bears a valid token of an issuer, and hands on its claims as strings, as API
 * Gateway's JWT authorizer does. Source: Amazon API Gateway Developer Guide, "Control access to
 * HTTP APIs with JWT authorizers".
 */
final class JwtAuthorizer implements Authorizer {
    private static final String BEARER = "Bearer ";

    private final DefaultJWTProcessor<SecurityContext> tokens;

    /** Asks the issuer for its keys. */
    JwtAuthorizer(ApiDefinition.Access.Jwt access) {
        this.tokens = new DefaultJWTProcessor<>();
        tokens.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        JWSAlgorithm.Family.RSA,
                        JWKSourceBuilder.create(keys(access.issuer())).build()));
        tokens.setJWTClaimsSetVerifier(verifier(access));
    }

    /** At this very time: nothing says that API Gateway bears with clocks that go wrong. */
    private static DefaultJWTClaimsVerifier<SecurityContext> verifier(
            ApiDefinition.Access.Jwt access) {
        DefaultJWTClaimsVerifier<SecurityContext> verifier =
                new DefaultJWTClaimsVerifier<>(
                        new HashSet<>(access.audience()),
                        new JWTClaimsSet.Builder().issuer(access.issuer()).build(),
                        new HashSet<>(Set.of("exp", "iat")),
                        new HashSet<>());
        verifier.setMaxClockSkew(0);
        return verifier;
    }

    @Override
    public Optional<Map<String, Object>> authorize(SignedRequest request) {
        return request.header("authorization")
                .filter(value -> value.startsWith(BEARER))
                .flatMap(value -> claims(value.substring(BEARER.length())))
                .map(claims -> Map.of("jwt", Map.of("claims", claims)));
    }

    private Optional<Map<String, String>> claims(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            JWTClaimsSet claims = tokens.process(signed, null);
            return signed.getHeader().getKeyID() == null || isFromTomorrow(claims)
                    ? Optional.empty()
                    : Optional.of(strings(claims));
        } catch (ParseException | BadJOSEException | JOSEException _) {
            return Optional.empty();
        }
    }

    private static boolean isFromTomorrow(JWTClaimsSet claims) {
        return claims.getIssueTime().toInstant().isAfter(Instant.now());
    }

    private static Map<String, String> strings(JWTClaimsSet claims) {
        Map<String, String> strings = new LinkedHashMap<>();
        claims.toJSONObject().forEach((name, value) -> strings.put(name, string(value)));
        return strings;
    }

    /** An array becomes its elements in brackets, with nothing but spaces between them. */
    private static String string(Object value) {
        return value instanceof Collection<?> elements
                ? elements.stream().map(JwtAuthorizer::string).collect(joining(" ", "[", "]"))
                : String.valueOf(value);
    }

    private static URL keys(String issuer) {
        try {
            return OIDCProviderMetadata.resolve(new Issuer(issuer)).getJWKSetURI().toURL();
        } catch (GeneralException | IOException e) {
            throw new IllegalStateException(issuer + " does not say where its keys are", e);
        }
    }
}

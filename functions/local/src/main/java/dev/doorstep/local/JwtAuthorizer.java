package dev.doorstep.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;

import java.io.IOException;
import java.net.URL;
import java.text.ParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in who bears a valid token of an issuer, and hands on its claims as strings, as API
 * Gateway's JWT authorizer does.
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
        tokens.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        new HashSet<>(access.audience()),
                        new JWTClaimsSet.Builder().issuer(access.issuer()).build(),
                        new HashSet<>(Set.of("exp", "iat")),
                        new HashSet<>()));
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
            Map<String, String> claims = new LinkedHashMap<>();
            tokens.process(token, null)
                    .toJSONObject()
                    .forEach((name, value) -> claims.put(name, String.valueOf(value)));
            return Optional.of(claims);
        } catch (ParseException | BadJOSEException | JOSEException _) {
            return Optional.empty();
        }
    }

    private static URL keys(String issuer) {
        try {
            return OIDCProviderMetadata.resolve(new Issuer(issuer)).getJWKSetURI().toURL();
        } catch (GeneralException | IOException e) {
            throw new IllegalStateException(issuer + " does not say where its keys are", e);
        }
    }
}

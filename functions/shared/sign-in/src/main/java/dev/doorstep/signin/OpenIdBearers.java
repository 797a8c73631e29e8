package dev.doorstep.signin;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Unavailable;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.MalformedURLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows whom an OpenID Connect issuer gave a token. What it finds out about the issuer is kept for
 * a while; keys that are not known are asked for anew, at most twice within half a minute.
 */
final class OpenIdBearers implements Bearers {
    static final int CONNECT_MILLIS = 2_000;
    static final int READ_MILLIS = 3_000;

    private static final int LARGEST_KEYS = 100 * 1024;
    private static final Duration KEYS_LAST = Duration.ofMinutes(15);
    private static final Duration KEYS_TAKE = Duration.ofSeconds(5);
    private static final Duration FOUND_LASTS = Duration.ofHours(1);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Set<JWSAlgorithm> SIGNED_BY = signatures();

    private final Issuer issuer;
    private final ClientID client;
    private final String groupsClaim;
    private volatile @Nullable Found found;

    OpenIdBearers(String issuer, String client, String groupsClaim) {
        this.issuer = new Issuer(requireNonNull(issuer, "issuer is null"));
        this.client = new ClientID(requireNonNull(client, "client is null"));
        this.groupsClaim = requireNonNull(groupsClaim, "groupsClaim is null");
    }

    static OpenIdBearers production(Environment environment) {
        return new OpenIdBearers(
                environment.require("DESK_ISSUER"),
                environment.require("DESK_CLIENT_ID"),
                environment.require("DESK_GROUPS_CLAIM"));
    }

    @Override
    public Optional<Person> bearer(String token) {
        return parsed(token).flatMap(jwt -> claims(jwt, null)).map(this::person);
    }

    @Override
    public Set<String> origins() {
        OIDCProviderMetadata metadata = issuer();
        Set<String> origins = new LinkedHashSet<>();
        Stream.of(
                        Optional.ofNullable(metadata.getAuthorizationEndpointURI()),
                        Optional.ofNullable(metadata.getEndSessionEndpointURI()))
                .flatMap(Optional::stream)
                .map(uri -> uri.getScheme() + "://" + uri.getAuthority())
                .forEach(origins::add);
        return origins;
    }

    ClientID client() {
        return client;
    }

    /** What the issuer says of itself. */
    OIDCProviderMetadata issuer() {
        return found().metadata();
    }

    /** The token's claims if it is one of the issuer's, for the desk, now, and for this nonce. */
    Optional<IDTokenClaimsSet> claims(JWT token, @Nullable Nonce nonce) {
        try {
            return Optional.of(found().tokens().validate(token, nonce))
                    .filter(OpenIdBearers::hasBegun);
        } catch (RemoteKeySourceException e) {
            throw new Unavailable("the issuer's keys cannot be had now", e);
        } catch (RateLimitReachedException _) {
            return refused("unknown key");
        } catch (BadJOSEException | JOSEException e) {
            return refused(e.getClass().getSimpleName());
        }
    }

    private static Optional<IDTokenClaimsSet> refused(String why) {
        Log.info("token refused", Map.of("why", why));
        return Optional.empty();
    }

    /** OpenID Connect knows no "nbf"; API Gateway does. */
    private static boolean hasBegun(IDTokenClaimsSet claims) {
        Date notBefore = claims.getDateClaim("nbf");
        return notBefore == null || !notBefore.toInstant().isAfter(Instant.now().plus(SKEW));
    }

    private static Optional<JWT> parsed(String token) {
        try {
            return Optional.of(JWTParser.parse(token));
        } catch (java.text.ParseException _) {
            return Optional.empty();
        }
    }

    private Person person(IDTokenClaimsSet claims) {
        List<String> groups = claims.getStringListClaim(groupsClaim);
        String single = claims.getStringClaim(groupsClaim);
        return new Person(
                claims.getSubject().getValue(),
                Optional.ofNullable(claims.getStringClaim("name")),
                Optional.ofNullable(claims.getStringClaim("email")),
                groups != null ? groups : Optional.ofNullable(single).stream().toList());
    }

    private Found found() {
        Found known = found;
        if (known == null || known.isOld()) {
            known = find();
            found = known;
        }
        return known;
    }

    private Found find() {
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.resolve(issuer, CONNECT_MILLIS, READ_MILLIS);
            return new Found(metadata, tokens(metadata), Instant.now());
        } catch (GeneralException | IOException e) {
            throw new Unavailable("the issuer does not say how to sign in", e);
        }
    }

    private IDTokenValidator tokens(OIDCProviderMetadata metadata) throws MalformedURLException {
        JWKSource<SecurityContext> keys =
                JWKSourceBuilder.create(
                                metadata.getJWKSetURI().toURL(),
                                new DefaultResourceRetriever(
                                        CONNECT_MILLIS, READ_MILLIS, LARGEST_KEYS))
                        .cache(KEYS_LAST.toMillis(), KEYS_TAKE.toMillis())
                        .refreshAheadCache(false)
                        .rateLimited(true)
                        .build();
        IDTokenValidator tokens =
                new IDTokenValidator(
                        issuer, client, new JWSVerificationKeySelector<>(SIGNED_BY, keys), null);
        tokens.setMaxClockSkew((int) SKEW.toSeconds());
        return tokens;
    }

    /**
     * No secret that is shared, and above all not none: a key that is public must prove nothing.
     */
    private static Set<JWSAlgorithm> signatures() {
        Set<JWSAlgorithm> signatures = new HashSet<>(JWSAlgorithm.Family.RSA);
        signatures.addAll(JWSAlgorithm.Family.EC);
        return Set.copyOf(signatures);
    }

    /** What the issuer says of itself, and what checks its tokens. */
    private record Found(OIDCProviderMetadata metadata, IDTokenValidator tokens, Instant at) {

        boolean isOld() {
            return Instant.now().isAfter(at.plus(FOUND_LASTS));
        }
    }
}

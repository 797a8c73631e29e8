package dev.doorstep.signin;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Unavailable;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Signs in with an OpenID Connect issuer: authorization code with PKCE (RFC 7636). */
final class OpenIdSignIn implements SignIn {
    private static final Scope SCOPE = new Scope("openid", "profile", "email");

    private final OpenIdBearers bearers;
    private final ClientID client;
    private final Optional<Secret> secret;

    OpenIdSignIn(OpenIdBearers bearers, Optional<String> secret) {
        this.bearers = requireNonNull(bearers, "bearers is null");
        this.client = bearers.client();
        this.secret = secret.map(Secret::new);
    }

    static OpenIdSignIn production(Environment environment) {
        return new OpenIdSignIn(
                OpenIdBearers.production(environment), environment.find("DESK_CLIENT_SECRET"));
    }

    @Override
    public Beginning begin(URI returnTo) {
        State state = new State();
        Nonce nonce = new Nonce();
        CodeVerifier verifier = new CodeVerifier();
        URI place =
                new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, client, returnTo)
                        .endpointURI(bearers.issuer().getAuthorizationEndpointURI())
                        .state(state)
                        .nonce(nonce)
                        .codeChallenge(verifier, CodeChallengeMethod.S256)
                        .build()
                        .toURI();
        return new Beginning(
                place, new Begun(state.getValue(), nonce.getValue(), verifier.getValue()));
    }

    @Override
    public Optional<Token> end(Begun begun, String code, URI returnTo) {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(
                        new AuthorizationCode(code), returnTo, new CodeVerifier(begun.verifier()));
        return exchange(grant)
                .flatMap(
                        token ->
                                bearers.claims(token, new Nonce(begun.nonce()))
                                        .map(c -> token(token, c)));
    }

    @Override
    public Optional<Person> bearer(String token) {
        return bearers.bearer(token);
    }

    @Override
    public Set<String> origins() {
        return bearers.origins();
    }

    @Override
    public Optional<URI> signOut(URI returnTo) {
        return Optional.ofNullable(bearers.issuer().getEndSessionEndpointURI())
                .map(place -> signOut(place, returnTo));
    }

    /** By the client alone: a token as a hint would put a name and an address into a URL. */
    private URI signOut(URI place, URI returnTo) {
        return new LogoutRequest(place, null, null, client, returnTo, null, null).toURI();
    }

    private Optional<JWT> exchange(AuthorizationCodeGrant grant) {
        URI endpoint = bearers.issuer().getTokenEndpointURI();
        TokenRequest request =
                secret.map(
                                s ->
                                        new TokenRequest.Builder(
                                                endpoint, new ClientSecretBasic(client, s), grant))
                        .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
                        .build();
        try {
            return idToken(send(request.toHTTPRequest()));
        } catch (IOException | ParseException e) {
            throw new Unavailable("the issuer gives no token now", e);
        }
    }

    private static HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(OpenIdBearers.CONNECT_MILLIS);
        request.setReadTimeout(OpenIdBearers.READ_MILLIS);
        request.setFollowRedirects(false);
        HTTPResponse response = request.send();
        if (response.getStatusCode() >= 500) {
            throw new IOException("the issuer answers " + response.getStatusCode());
        }
        return response;
    }

    private static Optional<JWT> idToken(HTTPResponse response) throws ParseException {
        TokenResponse parsed = OIDCTokenResponseParser.parse(response);
        if (parsed instanceof TokenErrorResponse error) {
            Log.info(
                    "sign-in refused",
                    Map.of("error", String.valueOf(error.getErrorObject().getCode())));
            return Optional.empty();
        }
        return parsed instanceof OIDCTokenResponse success
                ? Optional.ofNullable(success.getOIDCTokens().getIDToken())
                : Optional.empty();
    }

    private static Token token(JWT token, IDTokenClaimsSet claims) {
        return new Token(token.serialize(), claims.getExpirationTime().toInstant());
    }
}

package dev.doorstep.signin;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Unavailable;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The way on which people prove who they are. Safe for use by several threads. */
public interface SignIn extends Bearers {

    /**
     * Begins a sign-in.
     *
     * @param returnTo where the issuer sends the browser back to
     * @throws Unavailable if the issuer cannot be asked now
     */
    Beginning begin(URI returnTo);

    /**
     * Ends a sign-in.
     *
     * @param code what the issuer sent along with the browser
     * @return the token of who signed in; empty if the issuer does not stand by the code, or the
     *     token is not one for this sign-in
     * @throws Unavailable if the issuer cannot be asked now
     */
    Optional<Token> end(Begun begun, String code, URI returnTo);

    /**
     * Where a browser ends its session with the issuer; empty if the issuer has no such place.
     *
     * @throws Unavailable if the issuer cannot be asked now
     */
    Optional<URI> signOut(URI returnTo);

    /**
     * The first step.
     *
     * @param place where the browser is to be sent
     */
    record Beginning(URI place, Begun begun) {

        public Beginning {
            requireNonNull(place, "place is null");
            requireNonNull(begun, "begun is null");
        }
    }

    /** What must be kept, and come back as it is, for a sign-in to end. */
    record Begun(String state, String nonce, String verifier) {

        public Begun {
            requireNonNull(state, "state is null");
            requireNonNull(nonce, "nonce is null");
            requireNonNull(verifier, "verifier is null");
        }
    }

    /** A token and when it ends. */
    record Token(String value, Instant expiresAt) {

        public Token {
            requireNonNull(value, "value is null");
            requireNonNull(expiresAt, "expiresAt is null");
        }
    }
}

package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Unavailable;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way on which people prove who they are. Safe for use by several threads. */
interface SignIn {

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
     * Who bears this token; empty if it is none of the issuer's for the desk, or not at this time.
     *
     * @throws Unavailable if the issuer's keys cannot be had now
     */
    Optional<Person> bearer(String token);

    /**
     * Where a browser ends its session with the issuer; empty if the issuer has no such place.
     *
     * @throws Unavailable if the issuer cannot be asked now
     */
    Optional<URI> signOut(URI returnTo);

    /**
     * The origins that a form of the page may lead to by way of a redirect.
     *
     * @throws Unavailable if the issuer cannot be asked now
     */
    Set<String> origins();

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

    /** Someone as a token names them. */
    record Person(String id, Optional<String> name, Optional<String> address, List<String> groups) {

        public Person {
            requireNonNull(id, "id is null");
            requireNonNull(name, "name is null");
            requireNonNull(address, "address is null");
            groups = List.copyOf(groups);
        }
    }
}

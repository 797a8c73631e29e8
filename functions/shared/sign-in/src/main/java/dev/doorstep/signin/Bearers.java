package dev.doorstep.signin;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Unavailable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Knows people by the tokens that they bear. Safe for use by several threads. */
public interface Bearers {

    /**
     * Who bears this token; empty if it is none of the issuer's for the desk, or not at this time.
     *
     * @throws Unavailable if the issuer's keys cannot be had now
     */
    Optional<Person> bearer(String token);

    /**
     * The origins that a form of the page may lead to by way of a redirect.
     *
     * @throws Unavailable if the issuer cannot be asked now
     */
    Set<String> origins();

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

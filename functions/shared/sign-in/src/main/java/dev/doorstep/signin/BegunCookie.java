package dev.doorstep.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A sign-in that waits in the browser for its end. Only a browser of this very host can have set
 * the cookie: its name begins with {@code __Host-}.
 *
 * @param place where the person wanted to go
 */
record BegunCookie(SignIn.Begun begun, String place) {
    private static final int PARTS = 4;
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    BegunCookie {
        requireNonNull(begun, "begun is null");
        requireNonNull(place, "place is null");
    }

    static String write(SignIn.Begun begun, String place) {
        return String.join(
                ".",
                encoded(begun.state()),
                encoded(begun.nonce()),
                encoded(begun.verifier()),
                encoded(place));
    }

    static Optional<BegunCookie> read(String value) {
        String[] parts = value.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return read(
                    new SignIn.Begun(decoded(parts[0]), decoded(parts[1]), decoded(parts[2])),
                    decoded(parts[3]));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<BegunCookie> read(SignIn.Begun begun, String place) {
        boolean isWhole =
                !begun.state().isBlank()
                        && !begun.nonce().isBlank()
                        && VERIFIER.matcher(begun.verifier()).matches();
        return isWhole
                ? Optional.of(new BegunCookie(begun, LandingPlace.of(Optional.of(place))))
                : Optional.empty();
    }

    private static String encoded(String part) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(UTF_8));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), UTF_8);
    }
}

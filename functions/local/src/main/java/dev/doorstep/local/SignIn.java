package dev.doorstep.local;

import no.nav.security.mock.oauth2.MockOAuth2Server;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;

/** An OpenID Connect issuer for support's people. */
final class SignIn implements AutoCloseable {
    private static final String ISSUER = "desk";
    private static final Duration VALIDITY = Duration.ofHours(12);

    private final MockOAuth2Server server = new MockOAuth2Server();

    SignIn() {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    String issuer() {
        return server.issuerUrl(ISSUER).toString();
    }

    /** A token as a person gets it by signing in. */
    String token(String subject, String name, String audience) {
        return server.issueToken(
                        ISSUER, subject, audience, Map.of("name", name), VALIDITY.toSeconds())
                .serialize();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}

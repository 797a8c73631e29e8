package dev.doorstep.local;

import dev.doorstep.lambda.Json;

import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An OpenID Connect issuer for support's people. Whoever opens its page chooses which of three they
 * are.
 */
final class SignIn implements AutoCloseable {
    private static final String ISSUER = "desk";
    private static final String AGENTS = "doorstep-agents";
    private static final String LEADS = "doorstep-leads";
    private static final Duration VALIDITY = Duration.ofHours(12);
    private static final List<Person> PEOPLE =
            List.of(
                    new Person("agent-1", "Robin", AGENTS),
                    new Person("lead-1", "Charlie", LEADS),
                    new Person("viewer-1", "Sam", "doorstep-viewers"));

    private final Path page = writePage();
    private final MockOAuth2Server server =
            new MockOAuth2Server(
                    OAuth2Config.Companion.fromJson(
                            Json.write(
                                    Map.of(
                                            "interactiveLogin",
                                            true,
                                            "loginPagePath",
                                            page.toString()))));

    SignIn() {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    String issuer() {
        return server.issuerUrl(ISSUER).toString();
    }

    /** A token as an agent gets it by signing in. */
    String token(String subject, String name, String audience) {
        return token(new Person(subject, name, AGENTS), audience);
    }

    /** A token as a lead gets it by signing in. */
    String leadToken(String subject, String name, String audience) {
        return token(new Person(subject, name, LEADS), audience);
    }

    private String token(Person person, String audience) {
        return server.issueToken(
                        ISSUER, person.id(), audience, person.claims(), VALIDITY.toSeconds())
                .serialize();
    }

    @Override
    public void close() {
        server.shutdown();
        try {
            Files.deleteIfExists(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path writePage() {
        String choices = PEOPLE.stream().map(SignIn::choice).collect(Collectors.joining());
        try {
            return Files.writeString(
                    Files.createTempFile("sign-in", ".html"),
                    """
                    <!DOCTYPE html>
                    <html lang="en">
                    <meta charset="utf-8">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <title>Sign in</title>
                    <h1>Who are you?</h1>
                    %s
                    </html>
                    """
                            .formatted(choices));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String choice(Person person) {
        String claims = Json.write(person.claims()).replace("\"", "&quot;");
        return """
        <form method="post">
        <input type="hidden" name="username" value="%s">
        <input type="hidden" name="claims" value="%s">
        <p><button>%s (%s)</button></p>
        </form>
        """
                .formatted(person.id(), claims, person.name(), person.group());
    }

    private record Person(String id, String name, String group) {

        Map<String, Object> claims() {
            Map<String, Object> claims = new LinkedHashMap<>();
            claims.put("name", name);
            claims.put("email", id + "@desk.example");
            claims.put("groups", List.of(group));
            return claims;
        }
    }
}

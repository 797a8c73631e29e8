package dev.doorstep.supportdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.contacts.Contacts;
import dev.doorstep.contacts.Vouchers;
import dev.doorstep.followups.FollowUpQueues;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Json;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Replies;
import dev.doorstep.signin.SignIn;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;
import dev.doorstep.testing.SqsLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.timers.Timers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

class FrontDeskTest {
    private static final String NOBODY = "[everyone doorstep]";
    private static final String VIEWER = "[everyone doorstep-viewers]";
    private static final String AGENT = "[doorstep-agents]";
    private static final String LEAD = "[everyone doorstep-leads another]";

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final FrontDesk desk =
            new FrontDesk(
                    api(),
                    TestDesk.GROUPS,
                    TestDesk.door(FrontDeskTest::nobody),
                    () -> TestDesk.PAGE);

    /** Each route of the API has a sample. */
    static Stream<String> samples() {
        return Events.names("support-desk", ".json").stream()
                .filter(name -> !read(name).claims().isEmpty());
    }

    static Stream<Arguments> calls() {
        return samples()
                .flatMap(
                        name -> {
                            boolean isCoaching = name.equals("coaching-shown");
                            boolean isForLeads = name.equals("picked-for-training");
                            boolean reads = read(name).method().equals("GET") && !isCoaching;
                            return Stream.of(
                                    Arguments.of(name, NOBODY, false),
                                    Arguments.of(name, "[]", false),
                                    Arguments.of(name, "", false),
                                    Arguments.of(name, VIEWER, reads),
                                    Arguments.of(name, AGENT, !isForLeads),
                                    Arguments.of(name, LEAD, true));
                        });
    }

    @ParameterizedTest
    @MethodSource("calls")
    void answersTheApiToWhoMay(String sample, String groups, boolean may) {
        HttpResponse response =
                desk.respond(of(sample, Map.of("groups", groups, "sub", "agent-1")));

        assertThat(response.status() != 403).isEqualTo(may);
    }

    @Test
    void hasASampleOfReadingAndOfWriting() {
        assertThat(samples())
                .contains("shown", "order-shown", "claimed", "resolved", "reply-told")
                .hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refusesWhoIsInNoGroupWithAProblemDocument(String sample) {
        HttpResponse response = desk.respond(of(sample, Map.of("sub", "agent-1")));

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(Json.parseObject(response.body()).string("title")).isEqualTo("Forbidden");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refusesAtItsApiWhoComesByAnotherWayThanApiGateway(String sample) {
        HttpRequest request = of(sample, Map.of());

        assertThat(desk.respond(request).status()).isEqualTo(403);
    }

    @Test
    void givesFiguresToAgentsAndPickingToLeads() {
        assertThat(desk.respond(withGroups(read("coaching-shown"), VIEWER)).status())
                .isEqualTo(403);
        assertThat(desk.respond(withGroups(read("coaching-shown"), AGENT)).status()).isEqualTo(200);
        assertThat(desk.respond(withGroups(read("picked-for-training"), AGENT)).status())
                .isEqualTo(403);
        assertThat(desk.respond(withGroups(read("picked-for-training"), LEAD)).status())
                .isEqualTo(404);
    }

    /** What starts the page costs the API nothing. */
    @Test
    void startsTheApiWithoutTheClassesOfTheSignIn() throws Exception {
        try (Watched classes = new Watched()) {
            for (String name :
                    List.of(
                            "supportdesk.FrontDesk",
                            "signin.FrontDoor",
                            "signin.Door",
                            "supportdesk.SupportDeskHandler",
                            "roles.Groups")) {
                classes.link(name);
            }

            assertThat(classes.loaded).contains("dev.doorstep.signin.Door");
            assertThat(classes.loaded).noneMatch(name -> name.startsWith("com.nimbusds"));

            classes.link("signin.OpenIdSignIn");
            assertThat(classes.loaded).anyMatch(name -> name.startsWith("com.nimbusds"));
        }
    }

    private SupportDesk api() {
        Programme programme = Programme.load(new Environment(Map.of()));
        return new SupportDesk(
                new FollowUps(dynamoDb, Tables.create("FollowUpsTable")),
                new FollowUpQueues(
                        SqsLocal.client(), SqsLocal.createQueue(), SqsLocal.createQueue()),
                new Timers(dynamoDb, Tables.create("TimersTable")),
                new Surveys(dynamoDb, Tables.create("SurveysTable")),
                new Replies(dynamoDb, Tables.create("RepliesTable")),
                new Contacts(dynamoDb, "none"),
                new Vouchers(dynamoDb, "none"),
                Photographs.production(new Environment(Map.of("INBOUND_MAILS_BUCKET", "mails"))),
                programme,
                Clock.systemUTC());
    }

    private static SignIn nobody() {
        throw new AssertionError("the API asks for the sign-in");
    }

    private static HttpRequest read(String sample) {
        return HttpRequest.read(Events.stream("support-desk/" + sample + ".json"));
    }

    private static HttpRequest withGroups(HttpRequest request, String groups) {
        Map<String, String> claims = new LinkedHashMap<>(request.claims());
        claims.put("groups", groups);
        return with(request, claims);
    }

    private static HttpRequest of(String sample, Map<String, String> claims) {
        return with(read(sample), claims);
    }

    private static HttpRequest with(HttpRequest request, Map<String, String> claims) {
        return new HttpRequest(
                request.method(),
                request.path(),
                request.headers(),
                request.pathParameters(),
                request.query(),
                request.cookies(),
                claims,
                request.body());
    }

    /** Loads everything anew, and notes what. */
    private static final class Watched extends URLClassLoader {
        private final Set<String> loaded = new TreeSet<>();

        Watched() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        /** Loads a class of ours, and what its methods name. */
        void link(String name) throws ClassNotFoundException {
            Class<?> linked = Class.forName("dev.doorstep." + name, true, this);
            assertThat(linked.getDeclaredMethods()).isNotEmpty();
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            loaded.add(name);
            return super.findClass(name);
        }

        private static URL[] classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(entry -> url(Path.of(entry)))
                    .toArray(URL[]::new);
        }

        private static URL url(Path entry) {
            try {
                return entry.toUri().toURL();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

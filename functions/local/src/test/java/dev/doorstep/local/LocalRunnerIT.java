package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import dev.doorstep.followups.CustomerSummary;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.followups.Promise;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.local.story.Desk;
import dev.doorstep.programme.Metric;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.SurveyId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalRunnerIT {
    private static final String KEYS_PASSWORD = "only-here";

    private final Path root = Path.of(System.getProperty("doorstep.root", "."));
    private final LocalRunner runner =
            LocalRunner.start(Options.of(root, Map.of(), new Console(System.out)));

    @BeforeAll
    void openCases() {
        FollowUps followUps =
                new FollowUps(runner.dynamoDb(), LocalRunner.tableName("FollowUpsTable"));
        for (int i = 0; i < 100; i++) {
            FollowUp followUp = followUp("A-" + i + "~delivery");
            followUps.open(followUp);
            runner.send(
                    "FollowUpsQueue", Json.write(Map.of("reference", followUp.id().toString())));
        }
    }

    @AfterAll
    void stop() {
        runner.close();
    }

    @Test
    void givesEachOf100CasesToOneOf20AgentsThatAsk200Times() throws Exception {
        List<Callable<List<String>>> agents = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Desk desk = new Desk(runner.api("DeskApi"), runner.token("agent-" + i, "Agent " + i));
            agents.add(() -> askTenTimes(desk));
        }

        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> done : threads.invokeAll(agents)) {
                answers.addAll(done.get());
            }
        }

        assertThat(answers).hasSize(200);
        assertThat(answers.stream().filter(id -> !id.isEmpty()))
                .hasSize(100)
                .doesNotHaveDuplicates();
    }

    @Test
    void turnsAwayWhoHasNoTokenOrNoSignature() throws Exception {
        assertThat(status(runner.api("DeskApi").resolve("/desk/follow-ups"), "GET")).isEqualTo(401);
        assertThat(status(runner.api("OrdersApi").resolve("/orders/events"), "POST"))
                .isEqualTo(403);
        assertThat(runner.lambdas().invoke("OrderEventsFunction", bytes("{}")))
                .isInstanceOf(Lambdas.Result.Ok.class);
    }

    @Test
    void reportsAnErrorAsLambdaDoes() {
        Lambdas.Result result = runner.lambdas().invoke("EscalatorFunction", bytes("no event"));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Lambdas.Result.FunctionError.class,
                        error -> assertThat(error.type()).contains("Rejected"));
    }

    /** As deployed: the rest of what runs here reaches AWS's stand-ins without TLS. */
    @Test
    void readsATableOverTlsWithTheCredentialsOfASnapshot(@TempDir Path folder) throws Exception {
        List<Headers> received = new CopyOnWriteArrayList<>();
        HttpsServer tables = serveTls(folder, received);
        FunctionDefinition page =
                runner.function("SurveyPageFunction")
                        .with(
                                Map.of(
                                        "AWS_ENDPOINT_URL_DYNAMODB",
                                        "https://localhost:" + tables.getAddress().getPort(),
                                        "JAVA_TOOL_OPTIONS",
                                        "-Djavax.net.ssl.trustStore="
                                                + folder.resolve("keys")
                                                + " -Djavax.net.ssl.trustStorePassword="
                                                + KEYS_PASSWORD));
        byte[] shown = Files.readAllBytes(root.resolve("events/survey-page/shown.json"));

        try (FunctionInstance instance = runner.start(page)) {
            assertThat(instance.invoke(shown))
                    .isInstanceOfSatisfying(
                            Lambdas.Result.Ok.class,
                            ok -> assertThat(new String(ok.response(), UTF_8)).contains("404"));
        } finally {
            tables.stop(0);
        }

        Headers last = received.getLast();
        assertThat(last.getFirst("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=" + Machine.ACCESS_KEY + "/");
        assertThat(last.getFirst("X-Amz-Security-Token")).isEqualTo(Machine.SESSION_TOKEN);
    }

    /** Tables with nothing in them. */
    private static HttpsServer serveTls(Path folder, List<Headers> received) throws Exception {
        Path keys = folder.resolve("keys");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keystore",
                                keys.toString(),
                                "-storepass",
                                KEYS_PASSWORD,
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost")
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyManagerFactory keyManagers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        char[] password = KEYS_PASSWORD.toCharArray();
        keyManagers.init(KeyStore.getInstance(keys.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), null, null);
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext(
                "/",
                exchange -> {
                    received.add(exchange.getRequestHeaders());
                    exchange.getRequestBody().readAllBytes();
                    Http.respond(exchange, 200, Map.of());
                });
        server.start();
        return server;
    }

    private static List<String> askTenTimes(Desk desk) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Optional<JsonObject> followUp = desk.next();
            ids.add(followUp.map(found -> found.string("id")).orElse(""));
        }
        return ids;
    }

    private static int status(URI uri, String method) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(uri)
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static FollowUp followUp(String id) {
        Instant now = Instant.now();
        Attention attention = new Attention(Severity.NORMAL, now);
        Reply reply =
                new Reply(
                        SurveyId.parse(id),
                        Metric.NPS,
                        new Answer.Score(3),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Channel.PAGE,
                        Evidence.CONFIRMED,
                        now,
                        now,
                        1,
                        Optional.of(attention),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        0,
                        List.of(),
                        Optional.empty());
        Customer customer =
                new Customer(
                        Optional.empty(),
                        Optional.empty(),
                        Locale.ENGLISH,
                        ZoneId.of("Europe/London"),
                        Optional.empty());
        return FollowUp.open(
                reply,
                attention,
                new Promise(now, now, now),
                new CustomerSummary(customer, List.of()),
                now);
    }
}

package dev.doorstep.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Answers as SES does, first what it was told to, then with success; keeps what it was sent. */
public final class TestSes implements AutoCloseable {
    private final HttpServer server;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<JsonObject> requests = new CopyOnWriteArrayList<>();
    private volatile Runnable meanwhile = () -> {};

    public TestSes() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v2/email/outbound-emails", this::answer);
        server.createContext("/v2/email/account", TestSes::tellQuota);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** The next request is answered with this error. */
    public void fail(int status, String error) {
        answers.add(new Answer(status, error));
    }

    /** Does this while each request waits for its answer. */
    public void whenAsked(Runnable meanwhile) {
        this.meanwhile = meanwhile;
    }

    /** The next request is taken, but its answer never arrives. */
    public void dropConnection() {
        answers.add(new Answer(0, ""));
    }

    public List<JsonObject> requests() {
        return requests;
    }

    public SesV2Client client() {
        return SesV2Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void tellQuota(HttpExchange exchange) throws IOException {
        byte[] account = "{\"SendQuota\":{\"MaxSendRate\":14.0}}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, account.length);
        exchange.getResponseBody().write(account);
        exchange.close();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        requests.add(Json.readObject(exchange.getRequestBody()));
        meanwhile.run();
        Answer answer = answers.isEmpty() ? new Answer(200, "") : answers.remove();
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        String body =
                answer.status() == 200
                        ? "{\"MessageId\":\"ses-" + requests.size() + "\"}"
                        : "{\"message\":\"refused\"}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (answer.status() != 200) {
            exchange.getResponseHeaders().add("x-amzn-ErrorType", answer.error());
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Answer(int status, String error) {}
}

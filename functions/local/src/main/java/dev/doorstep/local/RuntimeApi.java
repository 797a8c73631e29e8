package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Rejected;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The API through which one process of a function is given its calls and answers them. Source: AWS
 * Lambda Developer Guide, "Using the Lambda runtime API", version 2018-06-01. It also hands out
 * credentials, as functions that start from a snapshot get them. Source: AWS SDKs and Tools
 * Reference Guide, "Container credential provider".
 */
final class RuntimeApi implements AutoCloseable {
    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final String INVOCATION = RUNTIME + "invocation/";
    private static final String CREDENTIALS = "/2021-04-23/credentials";
    private static final Duration CREDENTIALS_LAST = Duration.ofHours(6);

    private final String functionArn;
    private final String credentialsToken = UUID.randomUUID().toString();
    private final HttpServer server;
    private final BlockingQueue<Call> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Call> running = new ConcurrentHashMap<>();
    private volatile long restoredAtNanos;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Lambdas.Result> ended = new CompletableFuture<>();

    RuntimeApi(String functionArn) {
        this.functionArn = functionArn;
        this.server = Http.serve(0, this::answer);
    }

    /** What the process finds in {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        URI address = Http.address(server);
        return address.getHost() + ":" + address.getPort();
    }

    /** What a process that starts from a snapshot finds in its environment to get credentials. */
    Map<String, String> credentialsEnvironment() {
        return Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                Http.address(server).resolve(CREDENTIALS).toString(),
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                credentialsToken);
    }

    /** Done when the process asks for its first call. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Done when the process could not be initialised, or has gone. */
    CompletableFuture<Lambdas.Result> ended() {
        return ended;
    }

    /** Hands a call to the process; done when it has answered. */
    CompletableFuture<Lambdas.Result> call(String requestId, byte[] event, Instant deadline) {
        Call call = new Call(requestId, event, deadline, new CompletableFuture<>());
        waiting.add(call);
        return call.result();
    }

    /** When the process was told to go on from its snapshot. */
    long restoredAtNanos() {
        return restoredAtNanos;
    }

    void end(Lambdas.Result how) {
        ended.complete(how);
        running.values().forEach(call -> call.result().complete(how));
        waiting.forEach(call -> call.result().complete(how));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals(INVOCATION + "next")) {
            next(exchange);
        } else if (path.equals(CREDENTIALS)) {
            credentials(exchange);
        } else if (path.equals(RUNTIME + "restore/next")) {
            // there is no snapshot here: what was made ready for one goes on at once
            restoredAtNanos = System.nanoTime();
            Http.respond(exchange, 200, Map.of());
        } else if (path.equals(RUNTIME + "init/error") || path.equals(RUNTIME + "restore/error")) {
            end(error(exchange.getRequestBody().readAllBytes()));
            Http.respond(exchange, 202, Map.of());
        } else if (path.startsWith(INVOCATION)) {
            answered(exchange, path.substring(INVOCATION.length()).split("/", 2));
        } else {
            Http.respond(exchange, 404, Map.of("errorMessage", "not found"));
        }
    }

    private void credentials(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (!credentialsToken.equals(token)) {
            Http.respond(exchange, 401, Map.of("message", "not the token of the environment"));
            return;
        }
        Http.respond(
                exchange,
                200,
                Map.of(
                        "AccessKeyId",
                        Machine.ACCESS_KEY,
                        "SecretAccessKey",
                        Machine.SECRET_KEY,
                        "Token",
                        Machine.SESSION_TOKEN,
                        "Expiration",
                        Instant.now().plus(CREDENTIALS_LAST).toString()));
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(null);
        Call call = take();
        running.put(call.requestId(), call);
        exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", call.requestId());
        exchange.getResponseHeaders()
                .add("Lambda-Runtime-Deadline-Ms", Long.toString(call.deadline().toEpochMilli()));
        exchange.getResponseHeaders().add("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        Http.respond(exchange, 200, call.event());
    }

    private void answered(HttpExchange exchange, String[] idAndKind) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Call call = running.remove(idAndKind[0]);
        if (call == null || idAndKind.length < 2) {
            Http.respond(exchange, 400, Map.of("errorMessage", "no such request"));
            return;
        }
        Http.respond(exchange, 202, Map.of());
        call.result()
                .complete(
                        idAndKind[1].equals("response")
                                ? new Lambdas.Result.Ok(body)
                                : error(body));
    }

    private Call take() {
        try {
            return waiting.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(e);
        }
    }

    private static Lambdas.Result.FunctionError error(byte[] body) {
        String json = new String(body, UTF_8);
        try {
            JsonObject report = Json.parseObject(body);
            return new Lambdas.Result.FunctionError(
                    report.findString("errorType").orElse("Runtime.Unknown"),
                    report.findString("errorMessage").orElse(""),
                    json);
        } catch (Rejected _) {
            return new Lambdas.Result.FunctionError("Runtime.Unknown", "", json);
        }
    }

    private record Call(
            String requestId,
            byte[] event,
            Instant deadline,
            CompletableFuture<Lambdas.Result> result) {}
}

package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.Rejected;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What stands between one process of a function and AWS: notes each call, refuses what the role
 * does not allow, and makes go wrong what is asked for.
 */
final class AwsGate implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final long LONGEST_SILENCE_SECONDS = 60;

    /** What HTTP clients set by themselves, or the JDK's does not let others set. */
    private static final Set<String> NOT_HANDED_ON =
            Set.of(
                    "host",
                    "content-length",
                    "connection",
                    "expect",
                    "transfer-encoding",
                    "upgrade");

    private final FunctionDefinition function;
    private final AwsServices services;
    private final Process process;
    private final CallReader reader;
    private final HttpServer server;

    /**
     * @param server that the process was told to call; answers nothing before this starts it
     */
    AwsGate(HttpServer server, FunctionDefinition function, AwsServices services, Process process) {
        this.server = server;
        this.function = function;
        this.services = services;
        this.process = process;
        this.reader = new CallReader(function.logicalId());
        server.createContext("/", this::answer);
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        AwsCall call;
        try {
            call =
                    reader.read(
                            exchange.getRequestHeaders(), exchange.getRequestURI().getPath(), body);
        } catch (IllegalArgumentException | Rejected e) {
            services.console().problem(function.logicalId(), e.toString());
            fail(exchange, 400, "UnknownOperationException", e.toString());
            return;
        }
        services.rights().note(call);
        Optional<Use> refused = function.role().refused(call);
        if (refused.isPresent()) {
            refuse(exchange, call, refused.get());
        } else {
            carryOut(exchange, call, body);
        }
    }

    private void refuse(HttpExchange exchange, AwsCall call, Use use) throws IOException {
        String what =
                "%s is not allowed to perform %s on %s"
                        .formatted(function.logicalId(), use.action(), use.resource());
        services.console().problem(function.logicalId(), what);
        fail(
                exchange,
                call.service().equals("dynamodb") ? 400 : 403,
                "AccessDeniedException",
                what);
    }

    /** A process that has ended meanwhile has broken the connection: nothing is carried out. */
    private void carryOut(HttpExchange exchange, AwsCall call, byte[] body) throws IOException {
        Optional<Fault> fault = services.watch().before(call);
        if (!process.isAlive()) {
            exchange.close();
        } else if (fault.isEmpty()) {
            hand(exchange, forward(exchange, call, body));
        } else {
            goWrong(exchange, call, body, fault.get());
        }
    }

    private void goWrong(HttpExchange exchange, AwsCall call, byte[] body, Fault fault)
            throws IOException {
        switch (fault) {
            case KILL_BEFORE -> kill(exchange);
            case KILL_AFTER -> {
                forward(exchange, call, body);
                kill(exchange);
            }
            case THROTTLE -> throttle(exchange, call);
            case ERROR -> fail(exchange, 500, "InternalServerError", "asked for");
            case RESET -> exchange.close();
            case LOSE_ANSWER -> {
                forward(exchange, call, body);
                exchange.close();
            }
            case TIME_OUT -> {
                forward(exchange, call, body);
                awaitEnd();
                exchange.close();
            }
        }
    }

    private void kill(HttpExchange exchange) {
        process.destroyForcibly();
        awaitEnd();
        exchange.close();
    }

    private void awaitEnd() {
        CompletableFuture<Process> end = process.onExit();
        try {
            end.get(LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            services.console().problem(function.logicalId(), "goes on without an answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void throttle(HttpExchange exchange, AwsCall call) throws IOException {
        switch (call.service()) {
            case "dynamodb" -> fail(exchange, 400, "ThrottlingException", "asked for");
            case "sqs" -> fail(exchange, 403, "RequestThrottled", "asked for");
            default -> fail(exchange, 429, "TooManyRequestsException", "asked for");
        }
    }

    /** An error in the forms of all three services: they differ in where they look for its name. */
    private static void fail(HttpExchange exchange, int status, String error, String message)
            throws IOException {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", error);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        Http.respond(
                exchange,
                status,
                Json.write(Map.of("__type", error, "message", message)).getBytes(UTF_8));
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, AwsCall call, byte[] body)
            throws IOException {
        if (!services.watch().isMetering() || !call.service().equals("dynamodb")) {
            return send(exchange, call, body);
        }
        HttpResponse<byte[]> response = send(exchange, call, Consumption.askedFor(body));
        services.watch().consumed(call, services.consumption().of(body, response.body()));
        return response;
    }

    private HttpResponse<byte[]> send(HttpExchange exchange, AwsCall call, byte[] body)
            throws IOException {
        URI target = services.endpoint(call.service()).resolve(exchange.getRequestURI().getPath());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(target).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (isHandedOn(name)) {
                                values.forEach(value -> request.header(name, value));
                            }
                        });
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(e);
        }
    }

    private static void hand(HttpExchange exchange, HttpResponse<byte[]> response)
            throws IOException {
        response.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            if (isHandedOn(name)) {
                                values.forEach(
                                        value -> exchange.getResponseHeaders().add(name, value));
                            }
                        });
        Http.respond(exchange, response.statusCode(), response.body());
    }

    private static boolean isHandedOn(String header) {
        return !NOT_HANDED_ON.contains(header.toLowerCase(Locale.ROOT));
    }
}

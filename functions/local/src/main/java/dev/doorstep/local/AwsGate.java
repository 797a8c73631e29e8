package dev.doorstep.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.doorstep.lambda.Rejected;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
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
        AwsRequest request = AwsRequest.of(exchange);
        AwsCall call;
        try {
            call = reader.read(request);
        } catch (IllegalArgumentException | Rejected e) {
            services.console().problem(function.logicalId(), e.toString());
            AwsError.unknown(request.isSignedFor("s3") ? "s3" : "", e.toString()).answer(exchange);
            return;
        }
        services.rights().note(call);
        Optional<Use> refused = function.role().refused(call);
        if (refused.isPresent()) {
            refuse(exchange, call, refused.get());
        } else {
            carryOut(exchange, call, request);
        }
    }

    private void refuse(HttpExchange exchange, AwsCall call, Use use) throws IOException {
        String what =
                "%s is not allowed to perform %s on %s"
                        .formatted(function.logicalId(), use.action(), use.resource());
        services.console().problem(function.logicalId(), what);
        AwsError.denied(call.service(), what).answer(exchange);
    }

    /** A process that has ended meanwhile has broken the connection: nothing is carried out. */
    private void carryOut(HttpExchange exchange, AwsCall call, AwsRequest request)
            throws IOException {
        Optional<Fault> fault = services.watch().before(call);
        if (!process.isAlive()) {
            exchange.close();
        } else if (fault.isEmpty()) {
            answer(exchange, call, forward(call, request));
        } else {
            goWrong(exchange, call, request, fault.get());
        }
    }

    /** S3 says that there is no such object only to who may list the bucket. */
    private void answer(HttpExchange exchange, AwsCall call, HttpResponse<byte[]> response)
            throws IOException {
        Optional<AwsCall> listing =
                Optional.of(call.listing())
                        .filter(_ -> call.operation().equals("s3:GetObject"))
                        .filter(_ -> response.statusCode() == 404);
        listing.ifPresent(services.rights()::note);
        Optional<Use> refused = listing.flatMap(function.role()::refused);
        if (refused.isPresent()) {
            refuse(exchange, call, refused.get());
        } else {
            hand(exchange, response);
        }
    }

    private void goWrong(HttpExchange exchange, AwsCall call, AwsRequest request, Fault fault)
            throws IOException {
        switch (fault) {
            case KILL_BEFORE -> kill(exchange);
            case KILL_AFTER -> {
                forward(call, request);
                kill(exchange);
            }
            case THROTTLE -> AwsError.throttled(call.service()).answer(exchange);
            case ERROR -> AwsError.internal(call.service()).answer(exchange);
            case RESET -> exchange.close();
            case LOSE_ANSWER -> {
                forward(call, request);
                exchange.close();
            }
            case TIME_OUT -> {
                forward(call, request);
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

    private HttpResponse<byte[]> forward(AwsCall call, AwsRequest request) throws IOException {
        if (!services.watch().isMetering() || !call.service().equals("dynamodb")) {
            return send(call, request);
        }
        byte[] body = Consumption.askedFor(request.body());
        HttpResponse<byte[]> response = send(call, request.withBody(body));
        services.watch().consumed(call, services.consumption().of(body, response.body()));
        return response;
    }

    private HttpResponse<byte[]> send(AwsCall call, AwsRequest request) throws IOException {
        HttpRequest.Builder forwarded =
                HttpRequest.newBuilder(request.at(services.endpoint(call.service())))
                        .method(
                                request.method(),
                                HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers()
                .forEach(
                        (name, values) -> {
                            if (isHandedOn(name)) {
                                values.forEach(value -> forwarded.header(name, value));
                            }
                        });
        try {
            return HTTP.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray());
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
        if (exchange.getRequestMethod().equals("HEAD")) {
            response.headers()
                    .firstValue("content-length")
                    .ifPresent(size -> exchange.getResponseHeaders().set("Content-Length", size));
        }
        Http.respond(exchange, response.statusCode(), response.body());
    }

    private static boolean isHandedOn(String header) {
        return !NOT_HANDED_ON.contains(header.toLowerCase(Locale.ROOT));
    }
}

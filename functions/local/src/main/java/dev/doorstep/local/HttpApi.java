package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Rejected;

import java.io.IOException;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** An HTTP API in front of its functions, as API Gateway serves it. */
final class HttpApi {
    private static final int LARGEST_BODY = 6 * 1024 * 1024;

    private final ApiDefinition api;
    private final Authorizer authorizer;
    private final Lambdas lambdas;
    private final Console console;

    HttpApi(ApiDefinition api, Authorizer authorizer, Lambdas lambdas, Console console) {
        this.api = api;
        this.authorizer = authorizer;
        this.lambdas = lambdas;
        this.console = console;
    }

    void answer(HttpExchange exchange) throws IOException {
        Optional<Route> route = route(exchange);
        if (route.isEmpty()) {
            Http.respond(exchange, 404, Map.of("message", "Not Found"));
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            Http.respond(exchange, 413, Map.of("message", "Request Entity Too Large"));
            return;
        }
        SignedRequest request = SignedRequest.of(exchange, body);
        Authorizer asked = route.get().anyone() ? Authorizer.none() : authorizer;
        Optional<Map<String, Object>> caller = asked.authorize(request);
        if (caller.isEmpty()) {
            refuse(exchange);
            return;
        }
        String event = Json.write(HttpEvent.of(request, route.get(), caller.get()));
        respond(
                exchange,
                route.get(),
                lambdas.invoke(route.get().function(), event.getBytes(UTF_8)));
    }

    private void refuse(HttpExchange exchange) throws IOException {
        boolean isSigned = api.access() instanceof ApiDefinition.Access.Iam;
        Http.respond(
                exchange,
                isSigned ? 403 : 401,
                Map.of("message", isSigned ? "Forbidden" : "Unauthorized"));
    }

    private Optional<Route> route(HttpExchange exchange) {
        return api.routes().stream()
                .filter(
                        route ->
                                route.match(
                                                exchange.getRequestMethod(),
                                                exchange.getRequestURI().getPath())
                                        .isPresent())
                .min(Comparator.comparingLong(Route::variables));
    }

    private void respond(HttpExchange exchange, Route route, Lambdas.Result result)
            throws IOException {
        if (result instanceof Lambdas.Result.Ok ok) {
            try {
                write(exchange, Json.parseObject(ok.response()));
                return;
            } catch (Rejected e) {
                console.problem(route.function(), "its answer " + e.getMessage());
            }
        }
        Http.respond(exchange, 500, Map.of("message", "Internal Server Error"));
    }

    private static void write(HttpExchange exchange, JsonObject response) throws IOException {
        int status = response.integer("statusCode");
        response.findObject("headers")
                .ifPresent(
                        headers ->
                                headers.members()
                                        .forEach(
                                                (name, value) ->
                                                        exchange.getResponseHeaders()
                                                                .add(name, String.valueOf(value))));
        response.strings("cookies")
                .forEach(cookie -> exchange.getResponseHeaders().add("Set-Cookie", cookie));
        String body = response.findString("body").orElse("");
        boolean isEncoded = response.findBoolean("isBase64Encoded").orElse(false);
        Http.respond(
                exchange,
                status,
                isEncoded ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8));
    }
}

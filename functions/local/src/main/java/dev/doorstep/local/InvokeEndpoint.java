package dev.doorstep.local;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.util.Map;

/**
 * Lambda's {@code Invoke}, for order systems that call a function directly. A function is known by
 * its logical id or by its name.
 */
final class InvokeEndpoint {
    static final String PATH = "/2015-03-31/functions/";

    private final Lambdas lambdas;

    InvokeEndpoint(Lambdas lambdas) {
        this.lambdas = lambdas;
    }

    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String name = path.substring(PATH.length()).split("/", 2)[0];
        String function = name.startsWith(Machine.STACK) ? Machine.logicalId(name) : name;
        byte[] event = exchange.getRequestBody().readAllBytes();
        String type = exchange.getRequestHeaders().getFirst("X-Amz-Invocation-Type");
        try {
            if ("Event".equals(type)) {
                lambdas.invokeAsync(function, event);
                Http.respond(exchange, 202, new byte[0]);
            } else {
                respond(exchange, lambdas.invoke(function, event));
            }
        } catch (IllegalArgumentException e) {
            exchange.getResponseHeaders().add("x-amzn-ErrorType", "ResourceNotFoundException");
            Http.respond(exchange, 404, Map.of("Message", "Function not found"));
        }
    }

    private static void respond(HttpExchange exchange, Lambdas.Result result) throws IOException {
        if (result instanceof Lambdas.Result.Ok ok) {
            Http.respond(exchange, 200, ok.response());
            return;
        }
        exchange.getResponseHeaders().add("X-Amz-Function-Error", "Unhandled");
        Http.respond(exchange, 200, Map.of("errorMessage", describe(result)));
    }

    private static String describe(Lambdas.Result result) {
        return switch (result) {
            case Lambdas.Result.Ok _ -> "";
            case Lambdas.Result.FunctionError error -> error.type() + ": " + error.message();
            case Lambdas.Result.TimedOut timedOut -> timedOut.message();
            case Lambdas.Result.Crashed crashed -> crashed.message();
        };
    }
}

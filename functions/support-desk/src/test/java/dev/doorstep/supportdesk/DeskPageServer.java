package dev.doorstep.supportdesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.signin.Session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** The page for a real browser, on this machine alone, with the policy that its door sets. */
final class DeskPageServer implements AutoCloseable {
    static final String USER = "user";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
                    + " base-uri 'none'";

    private final HttpServer server;
    private final DeskPage page;
    private final Function<String, Optional<Session>> sessions;

    /**
     * @param sessions of who is signed in, by the cookie {@code user}
     */
    DeskPageServer(DeskPage page, Function<String, Optional<Session>> sessions) {
        this.page = page;
        this.sessions = sessions;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        HttpRequest request = request(exchange);
        HttpResponse response = page.open(request).orElseGet(() -> admitted(request));
        response.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("content-security-policy", POLICY);
        byte[] body = response.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private HttpResponse admitted(HttpRequest request) {
        Optional<Session> session =
                Optional.ofNullable(request.cookies().get(USER)).flatMap(sessions);
        boolean isPost = request.method().equals("POST");
        if (session.isEmpty()) {
            return isPost
                    ? page.sendAgain(request, session, "/desk/sign-in")
                    : new HttpResponse(401, Map.of(), List.of(), "Signed out.");
        }
        boolean hasKey =
                !isPost
                        || request.form()
                                .getOrDefault("key", List.of())
                                .contains(session.get().formKey());
        return hasKey
                ? page.respond(request, session.get())
                : page.sendAgain(request, session, "/desk/sign-in");
    }

    private static HttpRequest request(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name, String.join(",", values)));
        return new HttpRequest(
                exchange.getRequestMethod(),
                uri.getPath(),
                headers,
                Map.of(),
                pairs(Optional.ofNullable(uri.getRawQuery()).orElse(""), "&"),
                pairs(headers.getOrDefault("Cookie", ""), ";"),
                Map.of(),
                exchange.getRequestBody().readAllBytes());
    }

    private static Map<String, String> pairs(String text, String separator) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Arrays.stream(text.split(separator))
                .map(pair -> pair.strip().split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> pairs.put(pair[0], URLDecoder.decode(pair[1], UTF_8)));
        return pairs;
    }
}

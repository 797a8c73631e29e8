package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import dev.doorstep.lambda.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;

/** The servers of this machine: on loopback, a virtual thread for each request. */
final class Http {
    private static final int BACKLOG = 256;

    private Http() {}

    /**
     * Starts a server.
     *
     * @param port 0 for any that is free
     * @throws IllegalStateException if the port is taken
     */
    static HttpServer serve(int port, HttpHandler handler) {
        HttpServer server = bind(port);
        server.createContext("/", handler);
        server.start();
        return server;
    }

    /** A server that answers nothing before it is started. */
    static HttpServer bind(int port) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            return server;
        } catch (BindException e) {
            throw new IllegalStateException("port " + port + " is taken", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    static void respond(HttpExchange exchange, int status, Map<String, ?> json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        respond(exchange, status, Json.write(json).getBytes(UTF_8));
    }

    static void respondHtml(HttpExchange exchange, int status, String html) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        respond(exchange, status, html.getBytes(UTF_8));
    }

    static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}

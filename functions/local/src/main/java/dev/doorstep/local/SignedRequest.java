package dev.doorstep.local;

import com.sun.net.httpserver.HttpExchange;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request as an authorizer sees it.
 *
 * @param headers by their names in lower case
 */
record SignedRequest(String method, URI uri, Map<String, String> headers, byte[] body) {

    static SignedRequest of(HttpExchange exchange, byte[] body) {
        Map<String, String> headers =
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        header -> header.getKey().toLowerCase(Locale.ROOT),
                                        header -> String.join(",", header.getValue()),
                                        (a, _) -> a,
                                        TreeMap::new));
        return new SignedRequest(
                exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}

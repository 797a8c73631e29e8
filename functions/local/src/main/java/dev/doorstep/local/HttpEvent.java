package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A request in payload format 2.0. Source: Amazon API Gateway Developer Guide, "Create AWS Lambda
 * proxy integrations for HTTP APIs".
 */
final class HttpEvent {
    private HttpEvent() {}

    static Map<String, Object> of(SignedRequest request, Route route, Map<String, Object> caller) {
        String path = request.uri().getPath();
        String query = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "2.0");
        event.put("routeKey", route.key());
        event.put("rawPath", path);
        event.put("rawQueryString", query);
        event.put("cookies", cookies(request));
        event.put("headers", request.headers());
        event.put("queryStringParameters", parameters(query));
        event.put("requestContext", context(request, route, caller));
        event.put("pathParameters", route.match(request.method(), path).orElse(Map.of()));
        if (request.body().length > 0) {
            event.put("body", Base64.getEncoder().encodeToString(request.body()));
            event.put("isBase64Encoded", true);
        } else {
            event.put("isBase64Encoded", false);
        }
        return event;
    }

    private static Map<String, Object> context(
            SignedRequest request, Route route, Map<String, Object> caller) {
        Instant now = Instant.now();
        Map<String, Object> http = new LinkedHashMap<>();
        http.put("method", request.method());
        http.put("path", request.uri().getPath());
        http.put("protocol", "HTTP/1.1");
        http.put("sourceIp", "127.0.0.1");
        http.put("userAgent", request.header("user-agent").orElse(""));
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("accountId", Machine.ACCOUNT);
        context.put("apiId", route.api());
        context.put("domainName", request.header("host").orElse("localhost"));
        context.put("http", http);
        context.put("requestId", UUID.randomUUID().toString());
        context.put("routeKey", route.key());
        context.put("stage", "$default");
        context.put("timeEpoch", now.toEpochMilli());
        if (!caller.isEmpty()) {
            context.put("authorizer", caller);
        }
        return context;
    }

    private static List<String> cookies(SignedRequest request) {
        return request.header("cookie").stream()
                .flatMap(value -> Arrays.stream(value.split(";", -1)))
                .map(String::strip)
                .toList();
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.merge(decode(name), decode(value), (a, b) -> a + "," + b);
            }
        }
        return parameters;
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, UTF_8);
    }
}

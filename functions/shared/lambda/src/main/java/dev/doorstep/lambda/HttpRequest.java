package dev.doorstep.lambda;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request in API Gateway's payload format 2.0. Header names are compared without case. */
public record HttpRequest(
        String method,
        String path,
        Map<String, String> headers,
        Map<String, String> pathParameters,
        Map<String, String> query,
        Map<String, String> cookies,
        Map<String, String> claims,
        byte[] body) {

    public HttpRequest {
        requireNonNull(method, "method is null");
        requireNonNull(path, "path is null");
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = Collections.unmodifiableMap(byName);
        pathParameters = Map.copyOf(pathParameters);
        query = Map.copyOf(query);
        cookies = Map.copyOf(cookies);
        claims = Map.copyOf(claims);
        body = body.clone();
    }

    /** Reads the event of an HTTP API. */
    public static HttpRequest read(InputStream event) {
        return of(Json.readObject(event));
    }

    public static HttpRequest of(JsonObject event) {
        JsonObject context = event.object("requestContext");
        return new HttpRequest(
                context.object("http").string("method").toUpperCase(Locale.ROOT),
                event.findString("rawPath").orElse("/"),
                strings(event.findObject("headers")),
                strings(event.findObject("pathParameters")),
                strings(event.findObject("queryStringParameters")),
                cookies(event.strings("cookies")),
                strings(
                        context.findObject("authorizer")
                                .flatMap(authorizer -> authorizer.findObject("jwt"))
                                .flatMap(jwt -> jwt.findObject("claims"))),
                body(event));
    }

    /** The body's bytes. */
    @Override
    public byte[] body() {
        return body.clone();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * The elements of a claim that the JWT authorizer tells of. It hands on each claim as one
     * string, an array as its elements in brackets with spaces between them, <code>[a b]</code>: an
     * element that has a space in it cannot be told from two.
     */
    public static List<String> elements(String claim) {
        boolean isArray = claim.startsWith("[") && claim.endsWith("]");
        return isArray
                ? Arrays.asList(claim.substring(1, claim.length() - 1).split(" ", -1))
                : List.of(claim);
    }

    /** The media type of the body in lower case, without its parameters; empty if none is given. */
    public String contentType() {
        String value = header("content-type").orElse("");
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /**
     * The fields of a form sent as {@code application/x-www-form-urlencoded}, each with its values.
     *
     * @throws Rejected if an escape in it is broken
     */
    public Map<String, List<String>> form() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return fields;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new Rejected("", "is not a form: an escape in it is broken");
        }
    }

    private static byte[] body(JsonObject event) {
        String body = event.findString("body").orElse("");
        return event.findBoolean("isBase64Encoded").orElse(false)
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> strings(Optional<JsonObject> object) {
        Map<String, String> strings = new LinkedHashMap<>();
        object.ifPresent(
                o ->
                        o.members()
                                .forEach(
                                        (name, value) -> {
                                            if (value != null) {
                                                strings.put(name, String.valueOf(value));
                                            }
                                        }));
        return strings;
    }

    private static Map<String, String> cookies(List<String> cookies) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String cookie : cookies) {
            int equals = cookie.indexOf('=');
            if (equals > 0) {
                byName.putIfAbsent(
                        cookie.substring(0, equals).strip(), cookie.substring(equals + 1).strip());
            }
        }
        return byName;
    }
}

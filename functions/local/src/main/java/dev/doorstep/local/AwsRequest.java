package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request to AWS as it came. */
record AwsRequest(String method, URI uri, Headers headers, byte[] body) {
    /** Source: AWS General Reference, "Elements of an AWS API request signature". */
    private static final Pattern SCOPE =
            Pattern.compile("Credential=[^/]+/\\d{8}/[^/]+/([^/]+)/aws4_request");

    AwsRequest {
        requireNonNull(method, "method is null");
        requireNonNull(uri, "uri is null");
        requireNonNull(headers, "headers is null");
        body = body.clone();
    }

    static AwsRequest of(HttpExchange exchange) throws IOException {
        return new AwsRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    AwsRequest withBody(byte[] other) {
        return new AwsRequest(method, uri, headers, other);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** Whether it was signed for a service, in a header or, if presigned, in its query. */
    boolean isSignedFor(String service) {
        String presigned = Optional.ofNullable(uri.getQuery()).orElse("");
        Matcher scope = SCOPE.matcher(header("Authorization").orElse(presigned));
        return scope.find() && scope.group(1).equals(service);
    }

    /** The same path and query elsewhere, character by character: they were signed. */
    URI at(URI endpoint) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return URI.create(endpoint + uri.getRawPath() + query);
    }
}

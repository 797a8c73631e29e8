package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * S3 with the buckets of the template, for whoever asks: the gates in front of it know the
 * functions' rights. Source: Amazon S3 API Reference.
 */
final class S3Endpoint {
    private static final String METADATA = "x-amz-meta-";
    private static final String CHUNKED = "aws-chunked";
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final Set<String> KEPT =
            Set.of(
                    "content-type",
                    "content-encoding",
                    "content-disposition",
                    "content-language",
                    "cache-control",
                    "expires");

    /** They would change what happens. */
    private static final List<String> UNKNOWN =
            List.of(
                    "If-Match",
                    "If-None-Match",
                    "If-Modified-Since",
                    "If-Unmodified-Since",
                    "x-amz-copy-source");

    private final Buckets buckets;
    private final S3Uploads uploads;
    private final Clock clock;

    S3Endpoint(Buckets buckets, Clock clock) {
        this.buckets = buckets;
        this.uploads = new S3Uploads(buckets, clock);
        this.clock = clock;
    }

    void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            requireKnown(exchange.getRequestHeaders());
            S3Request request = S3Request.of(exchange.getRequestMethod(), exchange.getRequestURI());
            if (buckets.has(request.bucket())) {
                answer(exchange, request, body);
            } else {
                AwsError.s3(404, "NoSuchBucket", "The specified bucket does not exist")
                        .answer(exchange);
            }
        } catch (IllegalArgumentException e) {
            AwsError.unknown("s3", String.valueOf(e.getMessage())).answer(exchange);
        }
    }

    private static void requireKnown(Headers headers) {
        for (String header : UNKNOWN) {
            if (headers.containsKey(header)) {
                throw new IllegalArgumentException(header + " is not known here");
            }
        }
    }

    private void answer(HttpExchange exchange, S3Request request, byte[] body) throws IOException {
        switch (request.operation()) {
            case GET_OBJECT, HEAD_OBJECT -> get(exchange, request);
            case PUT_OBJECT -> put(exchange, request, body);
            case CREATE_MULTIPART_UPLOAD, UPLOAD_PART, COMPLETE_MULTIPART_UPLOAD ->
                    uploads.answer(exchange, request, content(exchange.getRequestHeaders(), body));
            case DELETE_OBJECT -> {
                buckets.remove(request.bucket(), request.key());
                Http.respond(exchange, 204, new byte[0]);
            }
            case HEAD_BUCKET -> Http.respond(exchange, 200, new byte[0]);
            case LIST_BUCKET -> {
                String xml = S3Listing.of(request, buckets.all(request.bucket())).xml();
                exchange.getResponseHeaders().set("Content-Type", "application/xml");
                Http.respond(exchange, 200, xml.getBytes(UTF_8));
            }
        }
    }

    private void put(HttpExchange exchange, S3Request request, byte[] body) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        S3Object object = new S3Object(content(headers, body), kept(headers), clock.instant());
        buckets.put(request.bucket(), request.key(), object);
        exchange.getResponseHeaders().set("ETag", quoted(object.eTag()));
        Http.respond(exchange, 200, new byte[0]);
    }

    private static byte[] content(Headers headers, byte[] body) {
        boolean isChunked =
                Optional.ofNullable(headers.getFirst("x-amz-content-sha256"))
                        .orElse("")
                        .startsWith("STREAMING-");
        return isChunked ? AwsChunks.decode(body) : body;
    }

    private void get(HttpExchange exchange, S3Request request) throws IOException {
        Optional<S3Object> found = buckets.find(request.bucket(), request.key());
        if (found.isEmpty()) {
            AwsError.s3(404, "NoSuchKey", "The specified key does not exist.").answer(exchange);
            return;
        }
        S3Object object = found.get();
        Optional<ByteRange> range =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                        .flatMap(header -> ByteRange.of(header, object.size()));
        if (range.filter(ByteRange::isEmpty).isPresent()) {
            AwsError.s3(416, "InvalidRange", "The requested range is not satisfiable")
                    .answer(exchange);
        } else {
            describe(object, exchange.getResponseHeaders());
            give(exchange, object, range);
        }
    }

    private static void give(HttpExchange exchange, S3Object object, Optional<ByteRange> range)
            throws IOException {
        byte[] content = object.content();
        if (range.isPresent()) {
            ByteRange part = range.get();
            exchange.getResponseHeaders().set("Content-Range", part.of(object.size()));
            content = Arrays.copyOfRange(content, part.first(), part.last() + 1);
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", String.valueOf(content.length));
        }
        Http.respond(exchange, range.isPresent() ? 206 : 200, content);
    }

    private static void describe(S3Object object, Headers headers) {
        object.headers().forEach(headers::set);
        headers.set("ETag", quoted(object.eTag()));
        headers.set("Accept-Ranges", "bytes");
        headers.set("Last-Modified", HTTP_DATE.format(object.lastModified()));
    }

    /** What came with an object and goes out with it. */
    static Map<String, String> kept(Headers headers) {
        Map<String, String> kept = new LinkedHashMap<>();
        headers.forEach(
                (name, values) -> {
                    String header = name.toLowerCase(Locale.ROOT);
                    String value = values.getFirst();
                    boolean isOnlyForTheWay = value.equals(CHUNKED);
                    if ((KEPT.contains(header) || header.startsWith(METADATA))
                            && !isOnlyForTheWay) {
                        kept.put(header, value.replace(CHUNKED + ",", ""));
                    }
                });
        return kept;
    }

    private static String quoted(String eTag) {
        return '"' + eTag + '"';
    }
}

package dev.doorstep.testing;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * An S3 of a test's own, which takes objects, whole and in parts, lists them, gives them back and
 * removes them.
 */
public final class TestS3 implements AutoCloseable {
    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    private static final byte[] NO_SUCH_KEY =
            "<Error><Code>NoSuchKey</Code></Error>".getBytes(StandardCharsets.UTF_8);

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<String, String> dispositions = new ConcurrentHashMap<>();
    private final Uploads uploads = new Uploads();
    private final Map<String, Instant> times = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final HttpServer server;

    public TestS3() {
        this(Clock.systemUTC());
    }

    /**
     * @param clock tells when something was put
     */
    public TestS3(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock is null");
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

    /** What was put, by bucket and key with a slash between them. */
    public Map<String, byte[]> objects() {
        return objects;
    }

    /** What browsers are told to do with what was put, by the same names. */
    public Map<String, String> dispositions() {
        return dispositions;
    }

    /** What was begun in parts and never put together. */
    public Uploads uploads() {
        return uploads;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public S3Client client() {
        return S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(CREDENTIALS)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(
                        s3 -> s3.pathStyleAccessEnabled(true).chunkedEncodingEnabled(false))
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /** Makes links that lead here. */
    public S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(CREDENTIALS)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> query = query(exchange);
        if (query.containsKey("uploads") || query.containsKey("uploadId")) {
            answerOfParts(exchange, name, query, body);
            return;
        }
        if (exchange.getRequestMethod().equals("PUT")) {
            times.put(name, clock.instant());
            objects.put(name, body);
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Disposition"))
                    .ifPresent(disposition -> dispositions.put(name, disposition));
            respond(exchange, 200, new byte[0]);
            return;
        }
        if (exchange.getRequestMethod().equals("DELETE")) {
            objects.remove(name);
            respond(exchange, 204, new byte[0]);
            return;
        }
        if (name.indexOf('/') < 0) {
            list(exchange, name);
            return;
        }
        byte @Nullable [] object = objects.get(name);
        respond(exchange, object == null ? 404 : 200, object == null ? NO_SUCH_KEY : object);
    }

    private void answerOfParts(
            HttpExchange exchange, String name, Map<String, String> query, byte[] body)
            throws IOException {
        String id = query.getOrDefault("uploadId", "");
        if (query.containsKey("uploads")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Disposition"))
                    .ifPresent(disposition -> dispositions.put(name, disposition));
            respond(
                    exchange,
                    200,
                    xml(
                            "<InitiateMultipartUploadResult><UploadId>%s</UploadId></InitiateMultipartUploadResult>",
                            uploads.begin()));
        } else if (!uploads.has(id)) {
            respond(exchange, 404, xml("<Error><Code>%s</Code></Error>", "NoSuchUpload"));
        } else if (exchange.getRequestMethod().equals("PUT")) {
            String tag =
                    uploads.put(id, Integer.parseInt(query.getOrDefault("partNumber", "")), body);
            exchange.getResponseHeaders().set("ETag", tag);
            respond(exchange, 200, new byte[0]);
        } else {
            Optional<byte[]> whole = uploads.complete(id, new String(body, StandardCharsets.UTF_8));
            whole.ifPresent(content -> objects.put(name, content));
            respond(
                    exchange,
                    whole.isPresent() ? 200 : 400,
                    whole.isPresent()
                            ? xml(
                                    "<CompleteMultipartUploadResult><Key>%s</Key></CompleteMultipartUploadResult>",
                                    name)
                            : xml("<Error><Code>%s</Code></Error>", "InvalidPart"));
        }
    }

    private static byte[] xml(String form, String value) {
        return form.formatted(value).getBytes(StandardCharsets.UTF_8);
    }

    /** A page of a bucket in the order of its keys. */
    private void list(HttpExchange exchange, String bucket) throws IOException {
        Map<String, String> query = query(exchange);
        String after = bucket + "/" + query.getOrDefault("start-after", "");
        String prefix = bucket + "/" + query.getOrDefault("prefix", "");
        int most = Integer.parseInt(query.getOrDefault("max-keys", "1000"));
        List<String> keys =
                objects.keySet().stream()
                        .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0)
                        .sorted()
                        .limit(most + 1L)
                        .map(key -> key.substring(bucket.length() + 1))
                        .toList();
        String contents =
                keys.stream()
                        .limit(most)
                        .map(key -> contents(bucket, key))
                        .collect(Collectors.joining());
        String xml =
                "<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>"
                        + (keys.size() > most)
                        + "</IsTruncated>"
                        + contents
                        + "</ListBucketResult>";
        respond(exchange, 200, xml.getBytes(StandardCharsets.UTF_8));
    }

    private String contents(String bucket, String key) {
        return "<Contents><Key>%s</Key><LastModified>%s</LastModified></Contents>"
                .formatted(encode(key), times.getOrDefault(bucket + "/" + key, clock.instant()));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!name.isEmpty()) {
                query.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static String encode(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean isEmpty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isEmpty ? -1 : body.length);
        if (!isEmpty) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}

package dev.doorstep.customerdata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.AwsClients;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The bucket of exports, which forgets each after a day. Putting something again is harmless. Safe
 * for use by several threads.
 */
final class Exports {
    /** How long an export is there for sure. */
    static final Duration KEPT = Duration.ofDays(1);

    private static final Duration LINK_LASTS = Duration.ofHours(1);
    private static final String JSON = "application/json";
    private static final String AS_IT_CAME = "application/octet-stream";

    private final S3Client s3;
    private final Supplier<S3Presigner> presigners;
    private final String bucket;

    /**
     * @param presigners makes one for a link: few requests want one, and none has connections
     */
    Exports(S3Client s3, Supplier<S3Presigner> presigners, String bucket) {
        this.s3 = requireNonNull(s3, "s3 is null");
        this.presigners = requireNonNull(presigners, "presigners is null");
        this.bucket = requireNonNull(bucket, "bucket is null");
    }

    static Exports production(Environment environment) {
        return new Exports(
                AwsClients.prepared(S3Client.builder()).build(),
                () -> AwsClients.prepared(S3Presigner.builder()).build(),
                environment.require("CUSTOMER_DATA_BUCKET"));
    }

    /** Keeps a part of the export until all of them are put together. */
    void putPart(String requestId, int number, Map<String, Object> rows) {
        put(requestId, part(number), JSON, Json.write(rows).getBytes(UTF_8));
    }

    /** Empty if it is forgotten already. */
    Optional<JsonObject> part(String requestId, int number) {
        try (ResponseInputStream<GetObjectResponse> part =
                s3.getObject(get -> get.bucket(bucket).key(key(requestId, part(number))))) {
            return Optional.of(Json.parseObject(part.readAllBytes()));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void putWhole(String requestId, String name, Map<String, Object> whole) {
        put(requestId, name, JSON, Json.write(whole).getBytes(UTF_8));
    }

    /** Keeps a mail or a photograph as it came. */
    void putObject(String requestId, String name, byte[] content) {
        put(requestId, name, AS_IT_CAME, content);
    }

    private void put(String requestId, String name, String type, byte[] content) {
        s3.putObject(
                put ->
                        put.bucket(bucket)
                                .key(key(requestId, name))
                                .contentType(type)
                                .contentDisposition("attachment"),
                RequestBody.fromBytes(content));
    }

    /** A link under which a file of the export can be fetched, without signing in. */
    Link link(String requestId, String name) {
        try (S3Presigner presigner = presigners.get()) {
            PresignedGetObjectRequest signed =
                    presigner.presignGetObject(
                            presign ->
                                    presign.signatureDuration(LINK_LASTS)
                                            .getObjectRequest(
                                                    get ->
                                                            get.bucket(bucket)
                                                                    .key(key(requestId, name))));
            return new Link(name, signed.url().toString(), signed.expiration());
        }
    }

    /** A link that ends. */
    record Link(String name, String url, Instant expiresAt) {

        Link {
            requireNonNull(name, "name is null");
            requireNonNull(url, "url is null");
            requireNonNull(expiresAt, "expiresAt is null");
        }

        Map<String, Object> members() {
            return Map.of("name", name, "url", url, "expiresAt", expiresAt.toString());
        }
    }

    private static String part(int number) {
        return "parts/" + number + ".json";
    }

    private static String key(String requestId, String name) {
        return requestId + "/" + name;
    }
}

package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.AwsClients;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Unavailable;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The bucket of exports, which forgets each after a day, and what is left of uploads that were not
 * completed. Safe for use by several threads.
 */
final class ExportFiles {
    private static final Duration LINK_LASTS = Duration.ofHours(1);
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** Another run completed the upload, or uploaded something else as one of its parts. */
    private static final Set<String> LOST =
            Set.of("NoSuchUpload", "InvalidPart", "InvalidPartOrder");

    private final S3Client s3;
    private final Supplier<S3Presigner> presigners;
    private final String bucket;

    /**
     * @param presigners makes one for a link: few requests want one, and none has connections
     */
    ExportFiles(S3Client s3, Supplier<S3Presigner> presigners, String bucket) {
        this.s3 = requireNonNull(s3, "s3 is null");
        this.presigners = requireNonNull(presigners, "presigners is null");
        this.bucket = requireNonNull(bucket, "bucket is null");
    }

    /** A checksum of each part would have to be told again when they are put together. */
    static ExportFiles production(Environment environment) {
        return new ExportFiles(
                AwsClients.prepared(
                                S3Client.builder()
                                        .requestChecksumCalculation(
                                                RequestChecksumCalculation.WHEN_REQUIRED))
                        .build(),
                () -> AwsClients.prepared(S3Presigner.builder()).build(),
                environment.require("INSIGHTS_EXPORTS_BUCKET"));
    }

    /** Keeps a file that is small enough to need no parts. Doing it again is harmless. */
    void putWhole(ExportJob job, ExportBuffer content) {
        s3.putObject(
                put ->
                        put.bucket(bucket)
                                .key(key(job))
                                .contentType(job.request().format().mediaType())
                                .contentDisposition(disposition(job)),
                body(content));
    }

    /**
     * Keeps the next part of a file, and begins its upload with the first.
     *
     * @return the upload with it; empty if there is no such upload any more
     */
    Optional<ExportProgress.Upload> putPart(
            ExportJob job, Optional<ExportProgress.Upload> before, ExportBuffer content) {
        ExportProgress.Upload upload = before.orElseGet(() -> begin(job));
        try {
            String tag =
                    s3.uploadPart(
                                    put ->
                                            put.bucket(bucket)
                                                    .key(key(job))
                                                    .uploadId(upload.id())
                                                    .partNumber(upload.nextPart()),
                                    body(content))
                            .eTag();
            return Optional.of(upload.with(tag));
        } catch (S3Exception e) {
            return absentIfLost(e);
        }
    }

    private ExportProgress.Upload begin(ExportJob job) {
        String id =
                s3.createMultipartUpload(
                                create ->
                                        create.bucket(bucket)
                                                .key(key(job))
                                                .contentType(job.request().format().mediaType())
                                                .contentDisposition(disposition(job)))
                        .uploadId();
        return new ExportProgress.Upload(id, List.of());
    }

    /**
     * Puts the parts of a file together. Doing it again is harmless.
     *
     * @return whether the file is there; not if the upload is gone, or one of its parts is another
     */
    boolean complete(ExportJob job, ExportProgress.Upload upload) {
        List<CompletedPart> parts = new ArrayList<>();
        for (String tag : upload.tags()) {
            parts.add(CompletedPart.builder().partNumber(parts.size() + 1).eTag(tag).build());
        }
        try {
            s3.completeMultipartUpload(
                    complete ->
                            complete.bucket(bucket)
                                    .key(key(job))
                                    .uploadId(upload.id())
                                    .multipartUpload(all -> all.parts(parts)));
            return true;
        } catch (S3Exception e) {
            requireLost(e);
            return isThere(job);
        }
    }

    private boolean isThere(ExportJob job) {
        try {
            s3.headObject(head -> head.bucket(bucket).key(key(job)));
            return true;
        } catch (S3Exception e) {
            requireAbsent(e);
            return false;
        }
    }

    /**
     * Sets aside what is to go on in the next part, as S3 takes no small ones.
     *
     * @return its name; each time another, so that nobody sets something else aside under it
     */
    String setAside(ExportJob job, ExportBuffer content) {
        String name = "rest/" + UUID.randomUUID();
        s3.putObject(put -> put.bucket(bucket).key(key(job, name)), body(content));
        return name;
    }

    /**
     * Reads what was set aside to the end of a buffer; not if it is there no more.
     *
     * @throws Unavailable if it breaks off; the buffer is of no use then
     */
    boolean readRest(ExportJob job, String name, ExportBuffer into) {
        try (ResponseInputStream<GetObjectResponse> rest =
                s3.getObject(get -> get.bucket(bucket).key(key(job, name)))) {
            rest.transferTo(into.bytes());
            return true;
        } catch (S3Exception e) {
            requireAbsent(e);
            return false;
        } catch (IOException e) {
            throw new Unavailable("what was set aside cannot be read to its end", e);
        }
    }

    /** A link under which the file can be fetched without signing in, while it is there. */
    Link link(ExportJob job, Instant now) {
        Duration left = Duration.between(now, job.expiresAt());
        Duration lasts = left.compareTo(LINK_LASTS) < 0 ? left : LINK_LASTS;
        try (S3Presigner presigner = presigners.get()) {
            PresignedGetObjectRequest signed =
                    presigner.presignGetObject(
                            presign ->
                                    presign.signatureDuration(atLeastASecond(lasts))
                                            .getObjectRequest(
                                                    get -> get.bucket(bucket).key(key(job))));
            return new Link(job.request().fileName(), signed.url().toString(), now.plus(lasts));
        }
    }

    /** A link that ends. */
    record Link(String name, String url, Instant expiresAt) {

        Link {
            requireNonNull(name, "name is null");
            requireNonNull(url, "url is null");
            requireNonNull(expiresAt, "expiresAt is null");
        }
    }

    private static Duration atLeastASecond(Duration duration) {
        return duration.toSeconds() < 1 ? Duration.ofSeconds(1) : duration;
    }

    private static Optional<ExportProgress.Upload> absentIfLost(S3Exception e) {
        requireLost(e);
        return Optional.empty();
    }

    private static void requireLost(S3Exception e) {
        boolean isLost =
                Optional.ofNullable(e.awsErrorDetails())
                        .map(AwsErrorDetails::errorCode)
                        .filter(LOST::contains)
                        .isPresent();
        if (!isLost) {
            throw e;
        }
    }

    /** S3 says that there is no such object only to who may list the bucket. */
    private static void requireAbsent(S3Exception e) {
        if (e.statusCode() != NOT_FOUND && e.statusCode() != FORBIDDEN) {
            throw e;
        }
    }

    private static RequestBody body(ExportBuffer content) {
        return RequestBody.fromContentProvider(
                content.bytes()::stream, content.size(), "application/octet-stream");
    }

    private static String disposition(ExportJob job) {
        return "attachment; filename=\"" + job.request().fileName() + "\"";
    }

    private static String key(ExportJob job) {
        return key(job, job.request().fileName());
    }

    private static String key(ExportJob job, String name) {
        return job.id() + "/" + name;
    }
}

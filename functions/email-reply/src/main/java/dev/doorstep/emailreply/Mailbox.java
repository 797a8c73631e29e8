package dev.doorstep.emailreply;

import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.AwsClients;
import dev.doorstep.emailreply.mime.Photograph;
import dev.doorstep.lambda.Environment;
import dev.doorstep.replies.Letter;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

import java.io.InputStream;
import java.util.Optional;

/**
 * The bucket that mails arrive in, and their photographs lie in. Safe for use by several threads.
 */
final class Mailbox {
    private final S3Client s3;
    private final String bucket;

    Mailbox(S3Client s3, String bucket) {
        this.s3 = requireNonNull(s3, "s3 is null");
        this.bucket = requireNonNull(bucket, "bucket is null");
    }

    static Mailbox production(Environment environment) {
        return new Mailbox(
                AwsClients.prepared(S3Client.builder()).build(),
                environment.require("INBOUND_MAILS_BUCKET"));
    }

    /** The mail as it came; empty if its time to be kept is over. To be closed by the caller. */
    Optional<InputStream> open(String key) {
        try {
            return Optional.of(s3.getObject(get -> get.bucket(bucket).key(key)));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a photograph of a letter; keeping it again is harmless.
     *
     * @return its key in the bucket
     */
    String keep(String letterId, int number, Photograph photograph) {
        String key = Letter.photographs(letterId) + number;
        s3.putObject(
                put ->
                        put.bucket(bucket)
                                .key(key)
                                .contentType(photograph.type())
                                .contentDisposition("attachment"),
                RequestBody.fromBytes(photograph.content()));
        return key;
    }
}

package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.AwsClients;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.lambda.Environment;
import dev.doorstep.replies.Attachment;

import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lets support see the photographs that customers sent. Safe for use by several threads. */
public final class Photographs {
    private static final Duration LINK_LASTS = Duration.ofMinutes(5);

    private final Supplier<S3Presigner> presigners;
    private final String bucket;

    /**
     * @param presigners makes one for a link: few requests want one, and none has connections
     */
    public Photographs(Supplier<S3Presigner> presigners, String bucket) {
        this.presigners = requireNonNull(presigners, "presigners is null");
        this.bucket = requireNonNull(bucket, "bucket is null");
    }

    static Photographs production(Environment environment) {
        return new Photographs(
                () -> AwsClients.prepared(S3Presigner.builder()).build(),
                environment.require("INBOUND_MAILS_BUCKET"));
    }

    /** A photograph of a letter of the case; photographs go by their place in it, from 1. */
    static Optional<Attachment> find(FollowUp followUp, String letterId, String number) {
        return followUp.letters().stream()
                .filter(letter -> letter.id().equals(letterId))
                .flatMap(letter -> numbered(letter.attachments(), number))
                .findFirst();
    }

    private static Stream<Attachment> numbered(List<Attachment> all, String number) {
        return IntStream.rangeClosed(1, all.size())
                .filter(place -> Integer.toString(place).equals(number))
                .mapToObj(place -> all.get(place - 1));
    }

    /**
     * A link under which a browser can fetch the photograph. It is saved, never shown, by the
     * browser: what a stranger sent is not to run in a page of ours.
     */
    Link link(Attachment photograph) {
        try (S3Presigner presigner = presigners.get()) {
            PresignedGetObjectRequest signed =
                    presigner.presignGetObject(
                            presign ->
                                    presign.signatureDuration(LINK_LASTS)
                                            .getObjectRequest(
                                                    get ->
                                                            get.bucket(bucket)
                                                                    .key(photograph.key())));
            return new Link(URI.create(signed.url().toString()), signed.expiration());
        }
    }

    /** A link that ends. */
    record Link(URI url, Instant expiresAt) {

        Link {
            requireNonNull(url, "url is null");
            requireNonNull(expiresAt, "expiresAt is null");
        }

        Map<String, Object> members() {
            return Map.of("url", url.toString(), "expiresAt", expiresAt.toString());
        }
    }
}

package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.AwsClients;
import dev.doorstep.lambda.Environment;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The bucket of what customers wrote and photographed. Safe for use by several threads. */
final class InboundMails {
    /** What the keys of mails begin with. */
    static final String MAILS = "mails/";

    private static final int LONGEST_HEADER = 256 * 1024;

    private final S3Client s3;
    private final String bucket;

    InboundMails(S3Client s3, String bucket) {
        this.s3 = requireNonNull(s3, "s3 is null");
        this.bucket = requireNonNull(bucket, "bucket is null");
    }

    static InboundMails production(Environment environment) {
        return new InboundMails(
                AwsClients.prepared(S3Client.builder()).build(),
                environment.require("INBOUND_MAILS_BUCKET"));
    }

    /** What one look at the bucket brought, and the key behind which the next one goes on. */
    record Page(List<String> keys, Optional<String> next) {

        Page {
            keys = List.copyOf(keys);
            requireNonNull(next, "next is null");
        }
    }

    /** The mails behind a key, in the order of their keys. */
    Page mails(Optional<String> after, int most) {
        return page(list(after, most).prefix(MAILS), _ -> true);
    }

    /**
     * What came before a moment, mails and photographs.
     *
     * @param most how many objects are looked at, whenever they came
     */
    Page olderThan(Instant moment, Optional<String> after, int most) {
        return page(list(after, most), object -> object.lastModified().isBefore(moment));
    }

    private ListObjectsV2Request.Builder list(Optional<String> after, int most) {
        ListObjectsV2Request.Builder list =
                ListObjectsV2Request.builder().bucket(bucket).maxKeys(most);
        after.ifPresent(list::startAfter);
        return list;
    }

    private Page page(ListObjectsV2Request.Builder list, Predicate<S3Object> which) {
        ListObjectsV2Response found = s3.listObjectsV2(list.build());
        boolean goesOn = Boolean.TRUE.equals(found.isTruncated());
        return new Page(
                found.contents().stream().filter(which).map(S3Object::key).toList(),
                goesOn ? Optional.of(found.contents().getLast().key()) : Optional.empty());
    }

    /** The keys that begin so; a thousand at most, which no letter has. */
    List<String> under(String prefix) {
        return keys(s3.listObjectsV2(list -> list.bucket(bucket).prefix(prefix)));
    }

    boolean has(String key) {
        return under(key).contains(key);
    }

    /** The header of a mail; empty if the mail is gone. */
    Optional<MailHeader> header(String key) {
        try (ResponseInputStream<GetObjectResponse> mail = open(key)) {
            MailHeader header = MailHeader.read(mail.readNBytes(LONGEST_HEADER));
            mail.abort(); // the rest of it may be long, and is not needed
            return Optional.of(header);
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An object as it is; empty if it is gone. */
    Optional<byte[]> read(String key) {
        try (ResponseInputStream<GetObjectResponse> object = open(key)) {
            return Optional.of(object.readAllBytes());
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ResponseInputStream<GetObjectResponse> open(String key) {
        return s3.getObject(get -> get.bucket(bucket).key(key));
    }

    /** Removes an object; one that is gone already is fine. */
    void delete(String key) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(key));
    }

    private static List<String> keys(ListObjectsV2Response found) {
        return found.contents().stream().map(S3Object::key).toList();
    }
}

package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * An object of a bucket.
 *
 * @param headers that came with it and go out with it, such as its content type; in lower case
 */
record S3Object(byte[] content, Map<String, String> headers, Instant lastModified) {

    S3Object {
        content = content.clone();
        headers = Map.copyOf(headers);
        requireNonNull(lastModified, "lastModified is null");
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    int size() {
        return content.length;
    }

    /** The hash of what is in it, as S3 gives it for an object that came in one part. */
    String eTag() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

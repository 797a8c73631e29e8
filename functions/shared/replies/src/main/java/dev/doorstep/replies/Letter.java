package dev.doorstep.replies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Ids;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mail that the customer wrote about the survey.
 *
 * @param id of the mail, the same for each copy of it: hexadecimal digits
 * @param kind what was made of it
 * @param key of the whole mail in the bucket of inbound mails
 * @param text what is newly written in it; its beginning, if it is very long
 * @param attachments photographs that came with it
 */
public record Letter(
        String id,
        Kind kind,
        String key,
        Instant receivedAt,
        String text,
        List<Attachment> attachments) {

    private static final int ID_DIGITS = 32;

    public Letter {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(key, "key is null");
        requireNonNull(receivedAt, "receivedAt is null");
        requireNonNull(text, "text is null");
        attachments = List.copyOf(attachments);
    }

    /**
     * The id of the mail with this name, so that two copies of it are one letter.
     *
     * @param name its Message-ID; of a mail without one, its key in the bucket
     */
    public static String idOf(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.strip().getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the keys of a letter's photographs in the bucket begin with. */
    public static String photographs(String letterId) {
        return "photographs/" + letterId + "/";
    }

    /** The keys of all that came with it in the bucket of inbound mails, itself first. */
    public Stream<String> keys() {
        return Stream.concat(Stream.of(key), attachments.stream().map(Attachment::key));
    }

    /** The same, made something else of. */
    public Letter as(Kind other) {
        return new Letter(id, other, key, receivedAt, text, attachments);
    }

    /** What was made of a letter. */
    public enum Kind {
        /** Its score was read, and there is nothing to read besides. */
        SCORED,
        /** Its score could not be read: the customer is asked back. */
        UNCLEAR,
        /** A person must read it. */
        TO_READ;

        /** The name in tables and answers. */
        public String id() {
            return Ids.of(this);
        }

        /**
         * @throws IllegalArgumentException if there is no such value
         */
        public static Kind of(String id) {
            return Ids.require(values(), id);
        }
    }
}

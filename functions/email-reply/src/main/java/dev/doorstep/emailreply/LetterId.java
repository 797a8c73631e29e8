package dev.doorstep.emailreply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.emailreply.mime.Headers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a mail by its Message-ID, so that two copies of it are one. */
final class LetterId {
    private static final int DIGITS = 32;

    private LetterId() {}

    /** A mail without a Message-ID goes by its key in the bucket. */
    static String of(Headers headers, String key) {
        String name = headers.first("Message-ID").filter(id -> !id.isBlank()).orElse(key);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.strip().getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

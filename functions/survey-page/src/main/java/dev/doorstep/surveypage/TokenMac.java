package dev.doorstep.surveypage;

import dev.doorstep.links.Token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what belongs to one link, with the link's own token as the key: so nothing needs to be
 * stored, and nobody without the token can make it.
 */
final class TokenMac {
    private static final String ALGORITHM = "HmacSHA256";

    private TokenMac() {}

    /** HMAC-SHA256 (RFC 2104) of a text for this purpose, in URL-safe base64. */
    static String sign(Token token, String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(token.value()), ALGORITHM));
            byte[] signature = mac.doFinal(bytes(purpose + ':' + text));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares without telling by its time where the two differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    /** SHA-256 in hexadecimal digits: what is stored of a secret. */
    static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(secret)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

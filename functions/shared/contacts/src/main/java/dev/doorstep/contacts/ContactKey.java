package dev.doorstep.contacts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Knows addresses by HMAC-SHA256 (RFC 2104) alone, so that a suppression outlives the erasure of
 * the address. Safe for use by several threads.
 */
public final class ContactKey {
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private ContactKey(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * @throws IllegalArgumentException if the secret is shorter than 32 characters
     */
    public static ContactKey of(String secret) {
        if (secret.length() < 32) {
            throw new IllegalArgumentException("the key of contacts is too short");
        }
        return new ContactKey(
                new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /**
     * The same for every way in which one address is written: without regard to case, to composed
     * or decomposed letters and to Unicode or ASCII form of the domain ({@link MailDomain}). Dots
     * and plus signs are kept: only some providers ignore them.
     */
    public ContactId idOf(String address) {
        byte[] hash = mac().doFinal(normalised(address).getBytes(StandardCharsets.UTF_8));
        return new ContactId(HexFormat.of().formatHex(hash));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In ASCII, only case differs; what tells other letters takes a cold start long to load. */
    private static String normalised(String address) {
        if (address.chars().allMatch(letter -> letter < FIRST_BEYOND_ASCII)) {
            return address.strip().toLowerCase(Locale.ROOT);
        }
        String composed =
                Normalizer.normalize(address.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        int at = composed.lastIndexOf('@');
        return composed.substring(0, at + 1) + ascii(composed.substring(at + 1));
    }

    private static String ascii(String domain) {
        try {
            return MailDomain.ascii(domain);
        } catch (IllegalArgumentException _) {
            return domain;
        }
    }
}

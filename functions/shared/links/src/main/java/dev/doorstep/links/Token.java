package dev.doorstep.links;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret of one link: 128 random bits in base32 (RFC 4648) lower case without padding, 26
 * characters. Whoever has it may do what the link allows, so it is written nowhere but in the mail.
 */
public record Token(String value) {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{26}");
    private static final String REPLIES = "replies:";
    private static final int BYTES = 16;
    private static final int BITS_PER_CHARACTER = 5;

    public Token {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the form of a token");
        }
    }

    public static Token random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(base32(bytes));
    }

    public static Optional<Token> parse(String value) {
        return FORM.matcher(value).matches() ? Optional.of(new Token(value)) : Optional.empty();
    }

    /** What the mail's address to answer at is made of. */
    public ReplyToken forReplies() {
        byte[] digest = digest(REPLIES + value);
        return new ReplyToken(base32(Arrays.copyOf(digest, BYTES)));
    }

    /**
     * What the link is stored under: the hash of the token for replies, so that the page and the
     * reader of replies find the same link.
     */
    public String hash() {
        return forReplies().hash();
    }

    static boolean isForm(String value) {
        return FORM.matcher(value).matches();
    }

    static String sha256(String value) {
        return HexFormat.of().formatHex(digest(value));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does not show the secret. */
    @Override
    public String toString() {
        return "Token";
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = (buffer << Byte.SIZE | Byte.toUnsignedInt(b)) & 0xFFFF;
            bits += Byte.SIZE;
            while (bits >= BITS_PER_CHARACTER) {
                bits -= BITS_PER_CHARACTER;
                text.append(ALPHABET.charAt(buffer >> bits & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt(buffer << (BITS_PER_CHARACTER - bits) & 31))
                        .toString();
    }
}

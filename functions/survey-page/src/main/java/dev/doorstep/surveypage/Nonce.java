package dev.doorstep.surveypage;

import dev.doorstep.links.Token;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proves that a form comes from a page of ours, and says when that page was made. Each page has its
 * own, so that a press that arrives twice is known as one.
 *
 * @param value as the form carries it: when, something random, and the signature of both
 */
record Nonce(String value, Instant issuedAt) {
    private static final String PURPOSE = "nonce";
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,15})\\.([0-9a-f]{16})\\.([A-Za-z0-9_-]{43})");
    private static final Duration LIFE = Duration.ofHours(24);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(30);
    private static final int RANDOM_BYTES = 8;

    static Nonce issue(Token token, Instant now, SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String text = now.toEpochMilli() + "." + HexFormat.of().formatHex(bytes);
        return new Nonce(text + "." + TokenMac.sign(token, PURPOSE, text), now);
    }

    /** The nonce, if we made it for this link and not too long ago. */
    static Optional<Nonce> parse(Token token, String value, Instant now) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String text = matcher.group(1) + "." + matcher.group(2);
        Instant issuedAt = Instant.ofEpochMilli(Long.parseLong(matcher.group(1)));
        boolean valid =
                TokenMac.same(TokenMac.sign(token, PURPOSE, text), matcher.group(3))
                        && issuedAt.isBefore(now.plus(CLOCKS_DIFFER_BY))
                        && issuedAt.isAfter(now.minus(LIFE));
        return valid ? Optional.of(new Nonce(value, issuedAt)) : Optional.empty();
    }

    String hash() {
        return TokenMac.hash(value);
    }

    /**
     * The key to the reply that a press with this nonce records. It follows from the nonce, so that
     * a browser whose press arrives twice gets the same one twice.
     */
    String editKey(Token token) {
        return TokenMac.sign(token, "edit", value);
    }
}

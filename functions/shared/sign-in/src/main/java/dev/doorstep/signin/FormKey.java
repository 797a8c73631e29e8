package dev.doorstep.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the forms of a session carry: made one way from its token, so that nothing is stored, and
 * who sees the page of another day has not its sign-in.
 */
public final class FormKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] LABEL = "doorstep desk form key".getBytes(UTF_8);

    private FormKey() {}

    public static String of(String token) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.getBytes(UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(LABEL));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}

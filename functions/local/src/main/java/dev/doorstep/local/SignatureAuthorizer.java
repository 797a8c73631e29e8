package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets in who signs with the keys of this machine. Source: AWS IAM User Guide, "AWS Signature
 * Version 4 for API requests".
 */
final class SignatureAuthorizer implements Authorizer {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern AUTHORIZATION =
            Pattern.compile(
                    ALGORITHM
                            + " Credential=([^/]+)/(\\d{8})/([^/]+)/([^/]+)/aws4_request, ?"
                            + "SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    private final Clock clock;

    SignatureAuthorizer(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Map<String, Object>> authorize(SignedRequest request) {
        Matcher found = AUTHORIZATION.matcher(request.header("authorization").orElse(""));
        String time = request.header("x-amz-date").orElse("");
        boolean isSigned =
                found.matches()
                        && found.group(1).equals(Machine.ACCESS_KEY)
                        && isNow(time)
                        && MessageDigest.isEqual(
                                signature(request, found, time).getBytes(UTF_8),
                                found.group(6).getBytes(UTF_8));
        return isSigned
                ? Optional.of(
                        Map.of(
                                "iam",
                                Map.of(
                                        "accessKey", Machine.ACCESS_KEY,
                                        "accountId", Machine.ACCOUNT)))
                : Optional.empty();
    }

    private boolean isNow(String time) {
        try {
            Duration off = Duration.between(TIME.parse(time, Instant::from), clock.instant());
            return off.abs().compareTo(CLOCK_SKEW) <= 0;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static String signature(SignedRequest request, Matcher authorization, String time) {
        String scope =
                "%s/%s/%s/aws4_request"
                        .formatted(
                                authorization.group(2),
                                authorization.group(3),
                                authorization.group(4));
        String toSign =
                String.join(
                        "\n",
                        ALGORITHM,
                        time,
                        scope,
                        hash(canonical(request, authorization.group(5)).getBytes(UTF_8)));
        byte[] key = ("AWS4" + Machine.SECRET_KEY).getBytes(UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String canonical(SignedRequest request, String signedHeaders) {
        String headers =
                Arrays.stream(signedHeaders.split(";", -1))
                        .map(name -> name + ":" + request.header(name).orElse("").strip() + "\n")
                        .collect(Collectors.joining());
        String query = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
        return String.join(
                "\n",
                request.method(),
                request.uri().getRawPath(),
                Arrays.stream(query.split("&", -1)).sorted().collect(Collectors.joining("&")),
                headers,
                signedHeaders,
                hash(request.body()));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

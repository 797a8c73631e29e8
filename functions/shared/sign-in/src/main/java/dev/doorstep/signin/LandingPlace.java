package dev.doorstep.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.HttpRequest;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where somebody goes once they are signed in: a page of the desk or of insights, never another
 * place.
 */
final class LandingPlace {
    static final String HOME = "/desk";

    private static final int LONGEST = 1_000;
    private static final Pattern OF_OURS =
            Pattern.compile(
                    "/(desk|insights)(/[A-Za-z0-9._~%:@!$&'()*+,;=-]+)*(\\?[A-Za-z0-9._~%:@!$&'()*+,;=/?-]*)?");
    private static final Pattern SEPARATOR = Pattern.compile("/|%2f|%5c");

    private LandingPlace() {}

    /** The place that was asked for, if it is a page of ours; else the desk's first page. */
    static String of(Optional<String> asked) {
        return asked.filter(LandingPlace::isOfOurs).orElse(HOME);
    }

    /** Where the request itself leads, as a browser writes it. */
    static String of(HttpRequest request) {
        String query =
                request.query().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return of(Optional.of(encoded(request.path()) + (query.isEmpty() ? "" : "?" + query)));
    }

    /** API Gateway hands on paths decoded. */
    static String encoded(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(LandingPlace::encode)
                .collect(Collectors.joining("/"));
    }

    private static boolean isOfOurs(String place) {
        return place.length() <= LONGEST
                && OF_OURS.matcher(place).matches()
                && !goesUp(place.split("\\?", 2)[0])
                && !place.startsWith(Door.SIGN_IN)
                && !place.startsWith(FrontDoor.SIGNED_IN)
                && !place.startsWith(FrontDoor.SIGN_OUT);
    }

    /**
     * Browsers take escaped dots for dots; what is on the way may take escaped slashes for such.
     */
    private static boolean goesUp(String path) {
        return SEPARATOR
                .splitAsStream(path.toLowerCase(Locale.ROOT))
                .map(segment -> segment.replace("%2e", "."))
                .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%7E", "~");
    }
}

package dev.doorstep.supportdesk;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.HttpRequest;
import dev.doorstep.lambda.HttpResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Styles and scripts of the page. Their names bear a hash of what is in them: a browser may keep
 * them for good, and still gets each new one at once.
 */
public final class DeskAssets {
    private static final String FOLDER = "/desk/assets/";
    private static final String DIST = "/META-INF/resources/webjars/htmx.org/2.0.4/dist/";
    private static final int HASH_BYTES = 8;

    public String style() {
        return Loaded.STYLE.path();
    }

    public String script() {
        return Loaded.SCRIPT.path();
    }

    public String htmx() {
        return Loaded.HTMX.path();
    }

    public String icon() {
        return Loaded.ICON.path();
    }

    /** The asset that is asked for, if it is one. */
    Optional<HttpResponse> find(HttpRequest request) {
        return Optional.ofNullable(Loaded.BY_PATH.get(request.path())).map(Asset::response);
    }

    private static Asset load(String folder, String name, String ending, String type) {
        String file = folder + name + "." + ending;
        try (InputStream in = DeskAssets.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            byte[] content = in.readAllBytes();
            String path = FOLDER + name + "-" + hash(content) + "." + ending;
            return new Asset(path, type, new String(content, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Read when a page is first asked for: the desk's API needs none. */
    private static final class Loaded {
        static final Asset STYLE = load("", "desk", "css", "text/css");
        static final Asset SCRIPT = load("", "desk", "js", "text/javascript");
        static final Asset HTMX = load(DIST, "htmx.min", "js", "text/javascript");
        static final Asset ICON = load("", "icon", "svg", "image/svg+xml");
        static final Map<String, Asset> BY_PATH =
                Stream.of(STYLE, SCRIPT, HTMX, ICON)
                        .collect(Collectors.toUnmodifiableMap(Asset::path, Function.identity()));
    }

    private record Asset(String path, String type, String content) {

        HttpResponse response() {
            return new HttpResponse(
                    200,
                    Map.of(
                            "content-type",
                            type + "; charset=utf-8",
                            "cache-control",
                            "public, max-age=31536000, immutable"),
                    List.of(),
                    content);
        }
    }
}

package dev.doorstep.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.HttpResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A style, script or picture of a page. Its name bears a hash of what is in it: a browser may keep
 * it for good, and still gets each new one at once.
 *
 * @param type its media type, without the character set, which is UTF-8
 */
public record Asset(String path, String type, String content) {
    private static final int HASH_BYTES = 8;

    public Asset {
        requireNonNull(path, "path is null");
        requireNonNull(type, "type is null");
        requireNonNull(content, "content is null");
    }

    /** The style that all pages begin with. */
    public static Asset baseStyle(String folder) {
        return load(Asset.class, "base.css", folder, "text/css");
    }

    /**
     * Reads a resource.
     *
     * @param beside the class that it lies beside, if it is not named from the root
     * @param folder the path under which the page serves it, with a slash at the end
     * @throws IllegalStateException if there is no such resource
     */
    public static Asset load(Class<?> beside, String resource, String folder, String type) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            byte[] content = in.readAllBytes();
            String name = resource.substring(resource.lastIndexOf('/') + 1);
            int ending = name.lastIndexOf('.');
            String path =
                    folder
                            + name.substring(0, ending)
                            + "-"
                            + hash(content)
                            + name.substring(ending);
            return new Asset(path, type, new String(content, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse response() {
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

    private static String hash(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

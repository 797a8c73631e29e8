package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A page of what is in a bucket. Source: Amazon S3 API Reference, "ListObjectsV2".
 *
 * @param most how many objects the page may have
 * @param found one more than that, if there are more
 */
record S3Listing(S3Request request, int most, List<Map.Entry<String, S3Object>> found) {
    private static final int MOST = 1000;

    S3Listing {
        requireNonNull(request, "request is null");
        found = List.copyOf(found);
    }

    /** What comes behind the key that the request goes on from. */
    static S3Listing of(S3Request request, SortedMap<String, S3Object> objects) {
        String prefix = request.parameter("prefix").orElse("");
        String after =
                request.parameter("continuation-token")
                        .map(S3Listing::key)
                        .or(() -> request.parameter("start-after"))
                        .orElse("");
        int most = request.parameter("max-keys").map(Integer::parseInt).orElse(MOST);
        return new S3Listing(
                request,
                Math.min(most, MOST),
                objects.tailMap(after).entrySet().stream()
                        .filter(object -> !object.getKey().equals(after))
                        .filter(object -> object.getKey().startsWith(prefix))
                        .limit(Math.min(most, MOST) + 1L)
                        .toList());
    }

    String xml() {
        List<Map.Entry<String, S3Object>> page = found.stream().limit(most).toList();
        boolean goesOn = found.size() > page.size() && !page.isEmpty();
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">\
        <Name>%s</Name><Prefix>%s</Prefix><KeyCount>%d</KeyCount><MaxKeys>%d</MaxKeys>%s\
        <IsTruncated>%s</IsTruncated>%s%s</ListBucketResult>
        """
                .formatted(
                        Markup.escape(request.bucket()),
                        written(request.parameter("prefix").orElse("")),
                        page.size(),
                        most,
                        isEncoded() ? "<EncodingType>url</EncodingType>" : "",
                        goesOn,
                        goesOn
                                ? "<NextContinuationToken>%s</NextContinuationToken>"
                                        .formatted(token(page.getLast().getKey()))
                                : "",
                        page.stream().map(this::item).collect(Collectors.joining()));
    }

    private String item(Map.Entry<String, S3Object> object) {
        return """
        <Contents><Key>%s</Key><LastModified>%s</LastModified><ETag>&quot;%s&quot;</ETag>\
        <Size>%d</Size><StorageClass>STANDARD</StorageClass></Contents>\
        """
                .formatted(
                        written(object.getKey()),
                        object.getValue().lastModified(),
                        object.getValue().eTag(),
                        object.getValue().size());
    }

    private String written(String key) {
        return isEncoded() ? URLEncoder.encode(key, UTF_8) : Markup.escape(key);
    }

    private boolean isEncoded() {
        return request.parameter("encoding-type").isPresent();
    }

    private static String token(String key) {
        return Base64.getUrlEncoder().encodeToString(key.getBytes(UTF_8));
    }

    private static String key(String token) {
        return new String(Base64.getUrlDecoder().decode(token), UTF_8);
    }
}

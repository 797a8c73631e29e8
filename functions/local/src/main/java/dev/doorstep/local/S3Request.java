package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a request to S3 is about, with the bucket as its path's first segment. Source: Amazon S3 API
 * Reference.
 *
 * @param key empty if it is about the bucket
 */
record S3Request(S3Operation operation, String bucket, String key, Map<String, String> query) {
    private static final Set<String> LISTING =
            Set.of(
                    "list-type",
                    "prefix",
                    "max-keys",
                    "start-after",
                    "continuation-token",
                    "encoding-type");

    private static final String BEGUN = "uploads";
    private static final String UPLOAD_ID = "uploadId";
    private static final String PART_NUMBER = "partNumber";

    /** Tells what the SDK was asked for, and changes nothing. */
    private static final String ID = "x-id";

    S3Request {
        requireNonNull(operation, "operation is null");
        requireNonNull(bucket, "bucket is null");
        requireNonNull(key, "key is null");
        query = Map.copyOf(query);
    }

    /**
     * @throws IllegalArgumentException if it asks for what is not known here
     */
    static S3Request of(String method, URI uri) {
        String[] path = uri.getRawPath().substring(1).split("/", 2);
        String key = path.length > 1 ? decodePath(path[1]) : "";
        Map<String, String> query = query(Optional.ofNullable(uri.getRawQuery()).orElse(""));
        S3Operation operation = operation(method, key.isEmpty(), query);
        query.keySet().stream()
                .filter(name -> !isKnown(operation, name))
                .forEach(name -> unknown(method + " with ?" + name));
        return new S3Request(operation, decodePath(path[0]), key, query);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** What IAM asks leave for. */
    Use use() {
        String arn = Machine.bucketArn(bucket);
        return Use.of(operation.action(), operation.isOfBucket() ? arn : arn + "/" + key);
    }

    /** The upload in parts that it is about. */
    String uploadId() {
        return parameter(UPLOAD_ID).orElse("");
    }

    /**
     * @throws NumberFormatException if there is none
     */
    int partNumber() {
        return Integer.parseInt(parameter(PART_NUMBER).orElse(""));
    }

    private static S3Operation operation(
            String method, boolean isOfBucket, Map<String, String> query) {
        if (query.containsKey(BEGUN) || query.containsKey(UPLOAD_ID)) {
            return ofParts(method, query.containsKey(BEGUN));
        }
        return switch (isOfBucket + " " + method) {
            case "true GET" -> S3Operation.LIST_BUCKET;
            case "true HEAD" -> S3Operation.HEAD_BUCKET;
            case "false GET" -> S3Operation.GET_OBJECT;
            case "false HEAD" -> S3Operation.HEAD_OBJECT;
            case "false PUT" -> S3Operation.PUT_OBJECT;
            case "false DELETE" -> S3Operation.DELETE_OBJECT;
            default -> throw unknown(method + (isOfBucket ? " of a bucket" : " of an object"));
        };
    }

    private static S3Operation ofParts(String method, boolean isBegun) {
        return switch (isBegun + " " + method) {
            case "true POST" -> S3Operation.CREATE_MULTIPART_UPLOAD;
            case "false PUT" -> S3Operation.UPLOAD_PART;
            case "false POST" -> S3Operation.COMPLETE_MULTIPART_UPLOAD;
            default -> throw unknown(method + " of an upload");
        };
    }

    private static boolean isKnown(S3Operation operation, String parameter) {
        return parameter.equals(ID)
                || parameter.startsWith("X-Amz-")
                || parametersOf(operation).contains(parameter);
    }

    private static Set<String> parametersOf(S3Operation operation) {
        return switch (operation) {
            case LIST_BUCKET -> LISTING;
            case CREATE_MULTIPART_UPLOAD -> Set.of(BEGUN);
            case UPLOAD_PART -> Set.of(UPLOAD_ID, PART_NUMBER);
            case COMPLETE_MULTIPART_UPLOAD -> Set.of(UPLOAD_ID);
            case GET_OBJECT, HEAD_OBJECT, PUT_OBJECT, DELETE_OBJECT, HEAD_BUCKET -> Set.of();
        };
    }

    private static IllegalArgumentException unknown(String what) {
        throw new IllegalArgumentException(what + " is not known here");
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                query.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
            }
        }
        return query;
    }

    /** In paths, a plus is a plus. */
    private static String decodePath(String encoded) {
        return decode(encoded.replace("+", "%2B"));
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, UTF_8);
    }
}

package dev.doorstep.testing;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Objects that come in parts. Safe for use by several threads. */
public final class Uploads {
    private static final Pattern PART = Pattern.compile("<Part>.*?</Part>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("<PartNumber>(\\d+)</PartNumber>");
    private static final Pattern TAG = Pattern.compile("<ETag>(?:\"|&quot;)?(\\w+)");

    private final Map<String, SortedMap<Integer, byte[]>> parts = new HashMap<>();

    /** How many were begun and never put together. */
    public synchronized int open() {
        return parts.size();
    }

    /** Forgets all that were begun, as a bucket does in time. */
    public synchronized void abort() {
        parts.clear();
    }

    /** Gives the upload's id. */
    public synchronized String begin() {
        String id = UUID.randomUUID().toString();
        parts.put(id, new TreeMap<>());
        return id;
    }

    /** Whether it was begun and not put together. */
    public synchronized boolean has(String id) {
        return parts.containsKey(id);
    }

    /**
     * Takes the place of a part with the same number, and gives the tag by which the part is named
     * later.
     *
     * @throws NullPointerException if there is no such upload
     */
    public synchronized String put(String id, int number, byte[] content) {
        parts(id).put(number, content);
        return '"' + tag(content) + '"';
    }

    /**
     * The parts that are named, one after the other; empty if one of them is another by now.
     *
     * @param named the parts as S3's XML names them
     */
    public synchronized Optional<byte[]> complete(String id, String named) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (MatchResult part : PART.matcher(named).results().toList()) {
            byte[] content = parts(id).get(Integer.parseInt(find(NUMBER, part.group())));
            if (content == null || !tag(content).equals(find(TAG, part.group()))) {
                return Optional.empty();
            }
            whole.writeBytes(content);
        }
        parts.remove(id);
        return Optional.of(whole.toByteArray());
    }

    private SortedMap<Integer, byte[]> parts(String id) {
        return Objects.requireNonNull(parts.get(id), "there is no such upload");
    }

    private static String find(Pattern pattern, String in) {
        return pattern.matcher(in)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a part is named wrongly"));
    }

    private static String tag(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

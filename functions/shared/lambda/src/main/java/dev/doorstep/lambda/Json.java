package dev.doorstep.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Strict JSON: no duplicate keys, no deep nesting, no bytes that are not UTF-8, nothing after the
 * end. Values are {@code Map}, {@code List}, {@code String}, {@code Number}, {@code Boolean} and
 * null.
 */
public final class Json {

    private static final int MAX_DEPTH = 64;

    private static final JSON JACKSON =
            JSON.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .build())
                                    .build())
                    .enable(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(JSON.Feature.WRITE_NULL_PROPERTIES)
                    .build();

    private Json() {}

    /**
     * @throws Rejected if this is not one JSON value
     */
    public static @Nullable Object parse(byte[] json) {
        requireUtf8(json);
        try (JsonParser parser = JACKSON.getStreamingFactory().createParser(json)) {
            if (parser.nextToken() == null) {
                throw new Rejected("", "is empty");
            }
            Object value = JACKSON.anyFrom(parser);
            if (parser.nextToken() != null) {
                throw new Rejected("", "has more than one JSON value");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new Rejected("", "is not valid JSON" + place(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws Rejected if this is not one JSON value
     */
    public static @Nullable Object parse(String json) {
        return parse(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws Rejected if this is not one JSON object
     */
    public static JsonObject parseObject(byte[] json) {
        return JsonObject.of(parse(json), "");
    }

    /**
     * @throws Rejected if this is not one JSON object
     */
    public static JsonObject parseObject(String json) {
        return JsonObject.of(parse(json), "");
    }

    /**
     * @throws Rejected if this is not one JSON object
     */
    public static JsonObject readObject(InputStream json) {
        return parseObject(readAll(json));
    }

    /** A map, list, string, number, boolean or null as JSON; anything else by its string. */
    public static String write(@Nullable Object value) {
        try {
            return JACKSON.asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void writeTo(OutputStream out, Map<String, ?> value) {
        try {
            out.write(write(value).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] readAll(InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireUtf8(byte[] json) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
        } catch (CharacterCodingException _) {
            throw new Rejected("", "is not valid UTF-8");
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}

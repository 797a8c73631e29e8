package dev.doorstep.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

import dev.doorstep.lambda.HttpResponse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What callers are told of the API: {@code insights.openapi.json}. */
final class OpenApi {
    private static final String FILE = "insights.openapi.json";
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode document = read();

    /** The description at a JSON Pointer; fails if there is none. */
    JsonNode at(String pointer) {
        JsonNode found = document.at(pointer);
        assertThat(found.isMissingNode()).as(pointer).isFalse();
        return found;
    }

    /** The strings of a list. */
    List<String> texts(String pointer) {
        List<String> texts = new ArrayList<>();
        at(pointer).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Holds an answer to what is said of it. */
    void check(String path, HttpResponse response) {
        check("get", path, response);
    }

    void check(String method, String path, HttpResponse response) {
        String mediaType =
                Objects.requireNonNull(response.headers().get("content-type")).split(";", -1)[0];
        String pointer =
                "/paths/%s/%s/responses/%d/content/%s/schema"
                        .formatted(escaped(path), method, response.status(), escaped(mediaType));
        at(pointer);
        assertThat(schema(pointer).validate(response.body(), InputFormat.JSON))
                .as(response.body())
                .isEmpty();
    }

    static JsonSchema schema(String pointer) {
        return SCHEMAS.getSchema(
                SchemaLocation.of("classpath:dev/doorstep/insights/" + FILE + "#" + pointer),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(OpenApi.class.getResourceAsStream(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

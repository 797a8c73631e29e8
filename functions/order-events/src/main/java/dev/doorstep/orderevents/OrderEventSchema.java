package dev.doorstep.orderevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import dev.doorstep.lambda.Rejected;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;

/** The schema that order systems can check their events against, and that we do check them by. */
final class OrderEventSchema {
    private static final String NAME = "order-event.schema.json";

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonSchema schema;

    OrderEventSchema() {
        try (InputStream file = OrderEventSchema.class.getResourceAsStream(NAME)) {
            if (file == null) {
                throw new IllegalStateException(NAME + " is missing");
            }
            schema =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(
                                    file,
                                    SchemaValidatorsConfig.builder()
                                            .pathType(PathType.JSON_POINTER)
                                            .formatAssertionsEnabled(true)
                                            .build());
            schema.initializeValidators();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws Rejected if the event is not as the schema wants it; names the first field at fault
     */
    void check(@Nullable Object event) {
        JsonNode node = mapper.valueToTree(event);
        schema.validate(node).stream()
                .min(Comparator.comparing(OrderEventSchema::pointer))
                .ifPresent(
                        fault -> {
                            throw new Rejected(pointer(fault), detail(fault));
                        });
    }

    private static String pointer(ValidationMessage fault) {
        String location = fault.getInstanceLocation().toString();
        return fault.getProperty() == null ? location : location + "/" + fault.getProperty();
    }

    /** What is wrong, in words of ours that quote no value. */
    private static String detail(ValidationMessage fault) {
        return switch (fault.getType()) {
            case "required" -> "is missing";
            case "type" -> "must be of type " + fault.getSchemaNode().asText();
            case "enum" -> "must be one of " + fault.getSchemaNode();
            case "const" -> "must be " + fault.getSchemaNode();
            case "format", "anyOf" -> "must be a date or time as in RFC 3339";
            case "maxLength" -> "must be no longer than " + fault.getSchemaNode() + " characters";
            case "minLength" -> "must not be empty";
            case "maxItems" -> "must have no more than " + fault.getSchemaNode() + " entries";
            case "minimum" -> "must not be less than " + fault.getSchemaNode();
            case "maximum" -> "must not be more than " + fault.getSchemaNode();
            case "pattern" -> "is not of the form " + fault.getSchemaNode();
            default -> "is not as the schema wants it";
        };
    }
}

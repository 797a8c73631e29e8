package dev.doorstep.testing;

import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The {@code Properties} of an {@code AWS::DynamoDB::Table}, as far as a table behaves by them:
 * keys, indexes and stream.
 */
public final class TableProperties {

    private final Map<?, ?> properties;

    private TableProperties(Map<?, ?> properties) {
        this.properties = Map.copyOf(properties);
    }

    public static TableProperties of(Map<?, ?> properties) {
        return new TableProperties(properties);
    }

    /** What creates this table under a name. */
    public CreateTableRequest request(String name) {
        CreateTableRequest.Builder table =
                CreateTableRequest.builder()
                        .tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attributes())
                        .keySchema(keys(properties));
        indexes().ifPresent(table::globalSecondaryIndexes);
        stream().ifPresent(table::streamSpecification);
        return table.build();
    }

    private List<AttributeDefinition> attributes() {
        return maps(properties, "AttributeDefinitions").stream()
                .map(TableProperties::attribute)
                .toList();
    }

    private static AttributeDefinition attribute(Map<?, ?> attribute) {
        return AttributeDefinition.builder()
                .attributeName(string(attribute, "AttributeName"))
                .attributeType(string(attribute, "AttributeType"))
                .build();
    }

    private static List<KeySchemaElement> keys(Map<?, ?> keyed) {
        return maps(keyed, "KeySchema").stream().map(TableProperties::key).toList();
    }

    private static KeySchemaElement key(Map<?, ?> key) {
        return KeySchemaElement.builder()
                .attributeName(string(key, "AttributeName"))
                .keyType(string(key, "KeyType"))
                .build();
    }

    private Optional<List<GlobalSecondaryIndex>> indexes() {
        List<GlobalSecondaryIndex> indexes =
                maps(properties, "GlobalSecondaryIndexes").stream()
                        .map(TableProperties::index)
                        .toList();
        return Optional.of(indexes).filter(some -> !some.isEmpty());
    }

    private static GlobalSecondaryIndex index(Map<?, ?> index) {
        return GlobalSecondaryIndex.builder()
                .indexName(string(index, "IndexName"))
                .keySchema(keys(index))
                .projection(projection(map(index, "Projection")))
                .build();
    }

    private static Projection projection(Map<?, ?> projection) {
        Projection.Builder built =
                Projection.builder().projectionType(string(projection, "ProjectionType"));
        if (projection.get("NonKeyAttributes") instanceof List<?> names) {
            built.nonKeyAttributes(names.stream().map(String::valueOf).toList());
        }
        return built.build();
    }

    private Optional<StreamSpecification> stream() {
        return Optional.ofNullable((Map<?, ?>) properties.get("StreamSpecification"))
                .map(
                        stream ->
                                StreamSpecification.builder()
                                        .streamEnabled(true)
                                        .streamViewType(string(stream, "StreamViewType"))
                                        .build());
    }

    private static List<? extends Map<?, ?>> maps(Map<?, ?> map, String name) {
        return map.get(name) instanceof List<?> list
                ? list.stream().map(element -> (Map<?, ?>) element).toList()
                : List.of();
    }

    private static Map<?, ?> map(Map<?, ?> map, String name) {
        return (Map<?, ?>) Objects.requireNonNull(map.get(name), name + " is missing");
    }

    private static String string(Map<?, ?> map, String name) {
        return String.valueOf(Objects.requireNonNull(map.get(name), name + " is missing"));
    }
}

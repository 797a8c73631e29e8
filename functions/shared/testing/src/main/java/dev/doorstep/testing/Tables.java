package dev.doorstep.testing;

import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Fresh, empty tables as the template defines them, so that no test sees another one's items. */
public final class Tables {

    private static final Map<String, Object> TEMPLATE = TemplateFile.read(Project.template());

    private Tables() {}

    /**
     * Creates a table.
     *
     * @param logicalId such as {@code SurveysTable}
     * @return its name
     */
    public static String create(String logicalId) {
        String name = logicalId + "-" + UUID.randomUUID();
        CreateTableRequest table = request(logicalId, name);
        DynamoDbLocal.client().createTable(table);
        return name;
    }

    private static CreateTableRequest request(String logicalId, String name) {
        Map<?, ?> table = member(member(TEMPLATE, "Resources"), logicalId);
        if (!"AWS::DynamoDB::Table".equals(table.get("Type"))) {
            throw new IllegalArgumentException(logicalId + " is not a table");
        }
        return TableProperties.of(member(table, "Properties")).request(name);
    }

    private static Map<?, ?> member(Map<?, ?> map, String name) {
        return (Map<?, ?>) Objects.requireNonNull(map.get(name), name + " is not in the template");
    }
}

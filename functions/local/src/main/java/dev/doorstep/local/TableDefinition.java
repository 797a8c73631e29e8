package dev.doorstep.local;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** A table of the template, under its physical name, with its keys, indexes and stream. */
public record TableDefinition(String logicalId, CreateTableRequest request) {

    public TableDefinition {
        requireNonNull(logicalId, "logicalId is null");
        requireNonNull(request, "request is null");
    }

    public String name() {
        return request.tableName();
    }
}

package dev.doorstep.local;

import dev.doorstep.testing.DynamoDbServer;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** DynamoDB with the tables of the template. */
final class Tables implements AutoCloseable {
    /**
     * Held, or its level would be forgotten. DynamoDB Local warns through it of a missing codec.
     */
    private static final Logger WARNINGS = Logger.getLogger("com.amazonaws");

    static {
        WARNINGS.setLevel(Level.OFF);
    }

    private final Optional<DynamoDbServer> server;
    private final URI endpoint;
    private final DynamoDbClient dynamoDb;
    private final DynamoDbStreamsClient streams;

    /**
     * @param servedBy another server; without one, DynamoDB Local is started
     */
    Tables(Optional<URI> servedBy) {
        this.server =
                servedBy.isPresent() ? Optional.empty() : Optional.of(DynamoDbServer.start(0));
        this.endpoint = servedBy.or(() -> server.map(DynamoDbServer::endpoint)).orElseThrow();
        this.dynamoDb = Clients.dynamoDb(endpoint);
        this.streams = Clients.streams(endpoint);
    }

    URI endpoint() {
        return endpoint;
    }

    DynamoDbClient client() {
        return dynamoDb;
    }

    DynamoDbStreamsClient streams() {
        return streams;
    }

    void create(List<TableDefinition> tables) {
        tables.forEach(table -> dynamoDb.createTable(table.request()));
    }

    String streamArn(String logicalId) {
        return dynamoDb.describeTable(d -> d.tableName(Machine.name(logicalId)))
                .table()
                .latestStreamArn();
    }

    List<Map<String, AttributeValue>> items(String logicalId) {
        return dynamoDb
                .scanPaginator(scan -> scan.tableName(Machine.name(logicalId)))
                .items()
                .stream()
                .toList();
    }

    void empty(String logicalId) {
        String table = Machine.name(logicalId);
        List<String> keys =
                dynamoDb.describeTable(d -> d.tableName(table)).table().keySchema().stream()
                        .map(KeySchemaElement::attributeName)
                        .toList();
        for (Map<String, AttributeValue> item : items(logicalId)) {
            Map<String, AttributeValue> key = new LinkedHashMap<>(item);
            key.keySet().retainAll(keys);
            dynamoDb.deleteItem(delete -> delete.tableName(table).key(key));
        }
    }

    @Override
    public void close() {
        streams.close();
        dynamoDb.close();
        server.ifPresent(DynamoDbServer::close);
    }
}

package dev.doorstep.testing;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** Hands what counting asks of DynamoDB on to a real one; any other call fails. */
public class ForwardingDynamoDb implements DynamoDbClient {
    private final DynamoDbClient real;

    public ForwardingDynamoDb(DynamoDbClient real) {
        this.real = requireNonNull(real, "real is null");
    }

    @Override
    public String serviceName() {
        return real.serviceName();
    }

    @Override
    public void close() {}

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return real.batchGetItem(request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return real.transactWriteItems(request);
    }
}

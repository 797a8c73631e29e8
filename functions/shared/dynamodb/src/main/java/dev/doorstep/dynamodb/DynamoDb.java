package dev.doorstep.dynamodb;

import dev.doorstep.clients.AwsClients;

import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.util.Set;

/** The client of a function, and what a cancelled transaction says. */
public final class DynamoDb {

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final String CONFLICT = "TransactionConflict";
    private static final Set<String> THROTTLED =
            Set.of("ThrottlingError", "ProvisionedThroughputExceeded");

    private DynamoDb() {}

    /** One client for the whole process; region, credentials and endpoint from the environment. */
    public static DynamoDbClient client() {
        return AwsClients.prepared(DynamoDbClient.builder())
                .accountIdEndpointMode(AccountIdEndpointMode.DISABLED)
                .endpointDiscoveryEnabled(false)
                .build();
    }

    /** Whether the condition of the write at this place (from 0) failed. */
    public static boolean conditionFailed(TransactionCanceledException cancelled, int write) {
        return cancelled.hasCancellationReasons()
                && CONDITION_FAILED.equals(cancelled.cancellationReasons().get(write).code());
    }

    /**
     * Whether another write was at one of the items at the same time, so that it is worth trying
     * again.
     */
    public static boolean conflicted(TransactionCanceledException cancelled) {
        return cancelled.hasCancellationReasons()
                && cancelled.cancellationReasons().stream()
                        .anyMatch(reason -> CONFLICT.equals(reason.code()));
    }

    /** Whether one of the items is written more than its partition takes. */
    public static boolean throttled(TransactionCanceledException cancelled) {
        return cancelled.hasCancellationReasons()
                && cancelled.cancellationReasons().stream()
                        .anyMatch(reason -> THROTTLED.contains(String.valueOf(reason.code())));
    }
}

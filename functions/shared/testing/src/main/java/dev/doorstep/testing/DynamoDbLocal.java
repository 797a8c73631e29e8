package dev.doorstep.testing;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.net.URI;

/**
 * DynamoDB for tests: one server per process, in memory, started on first use; or the one that the
 * system property {@code doorstep.dynamodb.endpoint} names.
 */
public final class DynamoDbLocal {

    private DynamoDbLocal() {}

    /** One client for all tests; close it never. */
    public static DynamoDbClient client() {
        return Shared.CLIENT;
    }

    public static URI endpoint() {
        return Shared.ENDPOINT;
    }

    /** A client of any server that does not ask who calls. */
    static DynamoDbClient clientOf(URI endpoint) {
        return DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "local")))
                .build();
    }

    private static final class Shared {

        static final URI ENDPOINT = endpoint();
        static final DynamoDbClient CLIENT = clientOf(ENDPOINT);

        private static URI endpoint() {
            String other = System.getProperty("doorstep.dynamodb.endpoint", "");
            return other.isBlank() ? DynamoDbServer.start(0).endpoint() : URI.create(other);
        }
    }
}

package dev.doorstep.testing;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.net.URI;
import java.util.UUID;

/**
 * SQS for tests: one server per process, in memory, started on first use; or the one that the
 * system property {@code doorstep.sqs.endpoint} names.
 */
public final class SqsLocal {

    private SqsLocal() {}

    /** One client for all tests; close it never. */
    public static SqsClient client() {
        return Shared.CLIENT;
    }

    /** Creates an empty queue, so that no test sees another one's messages; gives its URL. */
    public static String createQueue() {
        return client().createQueue(create -> create.queueName("queue-" + UUID.randomUUID()))
                .queueUrl();
    }

    private static final class Shared {

        static final SqsClient CLIENT =
                SqsClient.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .endpointOverride(endpoint())
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .build();

        private static URI endpoint() {
            String other = System.getProperty("doorstep.sqs.endpoint", "");
            return other.isBlank() ? SqsServer.start().endpoint() : URI.create(other);
        }
    }
}

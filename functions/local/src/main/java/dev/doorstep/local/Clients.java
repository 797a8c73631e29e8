package dev.doorstep.local;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.net.URI;

/** AWS clients for the servers of this machine. */
final class Clients {
    private Clients() {}

    static DynamoDbClient dynamoDb(URI endpoint) {
        return configure(DynamoDbClient.builder(), endpoint);
    }

    static DynamoDbStreamsClient streams(URI endpoint) {
        return configure(DynamoDbStreamsClient.builder(), endpoint);
    }

    static SqsClient sqs(URI endpoint) {
        return configure(SqsClient.builder(), endpoint);
    }

    /** By address, the SDK would put the bucket into the host's name. */
    static S3Client s3(URI endpoint) {
        return configure(S3Client.builder().forcePathStyle(true), endpoint);
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C configure(
            B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(Machine.REGION))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(Machine.ACCESS_KEY, Machine.SECRET_KEY)))
                .build();
    }
}

package dev.doorstep.local;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * Where this machine keeps what the template names: what {@code Ref} and {@code Fn::GetAtt} of its
 * resources give here.
 *
 * @param sqs where the queues are
 * @param apis the address of each HTTP API, by logical id
 */
record Machine(URI sqs, Map<String, URI> apis) {
    static final String REGION = "eu-central-1";
    static final String ACCOUNT = "000000000000";
    static final String PARTITION = "aws";
    static final String STACK = "doorstep";

    /** Of the one user of this machine. */
    static final String ACCESS_KEY = "local";

    static final String SECRET_KEY = "local";

    static final String SESSION_TOKEN = "local";

    private static final String PREFIX = STACK + "-";

    Machine {
        apis = Map.copyOf(apis);
    }

    /** The physical name of a resource that the template does not name. */
    static String name(String logicalId) {
        return PREFIX + logicalId;
    }

    /** A bucket's physical name: letters in it are small. */
    static String bucketName(String logicalId) {
        return name(logicalId).toLowerCase(Locale.ROOT);
    }

    /**
     * @param bucket its physical name
     */
    static String bucketArn(String bucket) {
        return "arn:%s:s3:::%s".formatted(PARTITION, bucket);
    }

    /** The resource that an ARN or a queue's URL is of. */
    static String logicalId(String arn) {
        int start = arn.lastIndexOf(PREFIX) + PREFIX.length();
        int end = arn.indexOf('/', start);
        return end < 0 ? arn.substring(start) : arn.substring(start, end);
    }

    String ref(String logicalId, String type, Map<?, ?> properties) {
        return switch (type) {
            case "AWS::SQS::Queue" -> queueUrl(logicalId);
            case "AWS::S3::Bucket" -> bucketName(logicalId);
            case "AWS::Serverless::HttpApi" -> logicalId;
            case "AWS::SecretsManager::Secret" -> arn("secretsmanager", "secret:", logicalId);
            case "AWS::Events::EventBus" ->
                    properties.get("Name") instanceof String name ? name : name(logicalId);
            default -> name(logicalId);
        };
    }

    String attribute(String logicalId, String type, String attribute) {
        String resource = type + "." + attribute;
        return switch (resource) {
            case "AWS::Serverless::HttpApi.ApiEndpoint" -> address(logicalId);
            case "AWS::SQS::Queue.Arn" -> arn("sqs", "", logicalId);
            case "AWS::SQS::Queue.QueueName" -> name(logicalId);
            case "AWS::SQS::Queue.QueueUrl" -> queueUrl(logicalId);
            case "AWS::S3::Bucket.Arn" -> bucketArn(bucketName(logicalId));
            case "AWS::DynamoDB::Table.Arn" -> arn("dynamodb", "table/", logicalId);
            case "AWS::DynamoDB::Table.StreamArn" ->
                    arn("dynamodb", "table/", logicalId) + "/stream/local";
            case "AWS::Serverless::Function.Arn" -> arn("lambda", "function:", logicalId);
            case "AWS::IAM::Role.Arn" -> arn("iam", "role/", logicalId);
            case "AWS::Logs::LogGroup.Arn" -> arn("logs", "log-group:", logicalId);
            default ->
                    throw new IllegalArgumentException(
                            logicalId + ": " + resource + " is not known on this machine");
        };
    }

    static String functionArn(String logicalId) {
        return arn("lambda", "function:", logicalId);
    }

    static String arn(String service, String kind, String logicalId) {
        return "arn:%s:%s:%s:%s:%s%s"
                .formatted(PARTITION, service, REGION, ACCOUNT, kind, name(logicalId));
    }

    static String sesArn(String resource) {
        return "arn:%s:ses:%s:%s:%s".formatted(PARTITION, REGION, ACCOUNT, resource);
    }

    private String queueUrl(String queue) {
        return sqs + "/" + ACCOUNT + "/" + name(queue);
    }

    private String address(String api) {
        URI address = apis.get(api);
        if (address == null) {
            throw new IllegalArgumentException(api + " is not served on this machine");
        }
        return address.toString();
    }
}

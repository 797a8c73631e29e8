package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.Json;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * Puts a message into a queue for each object that is created in a bucket. Source: Amazon S3 User
 * Guide, "Event message structure".
 */
final class BucketNotifications implements Buckets.Listener {
    private final List<BucketDefinition> buckets;
    private final BiConsumer<String, String> queues;
    private final AtomicLong sequence = new AtomicLong(System.currentTimeMillis());

    /**
     * @param queues takes a message: the queue's logical id, and the body
     */
    BucketNotifications(List<BucketDefinition> buckets, BiConsumer<String, String> queues) {
        this.buckets = List.copyOf(buckets);
        this.queues = queues;
    }

    @Override
    public void created(String bucket, String key, S3Object object) {
        String message = message(bucket, key, object);
        buckets.stream()
                .filter(definition -> definition.name().equals(bucket))
                .flatMap(definition -> definition.notifications().stream())
                .filter(notification -> notification.isAbout(key))
                .forEach(notification -> queues.accept(notification.queue(), message));
    }

    private String message(String bucket, String key, S3Object object) {
        Map<String, Object> described =
                Map.of(
                        "key", encoded(key),
                        "size", object.size(),
                        "eTag", object.eTag(),
                        "sequencer", "%018X".formatted(sequence.incrementAndGet()));
        Map<String, Object> s3 =
                Map.of(
                        "s3SchemaVersion",
                        "1.0",
                        "configurationId",
                        "local",
                        "bucket",
                        Map.of("name", bucket, "arn", Machine.bucketArn(bucket)),
                        "object",
                        described);
        Map<String, Object> event =
                Map.of(
                        "eventVersion",
                        "2.1",
                        "eventSource",
                        "aws:s3",
                        "awsRegion",
                        Machine.REGION,
                        "eventTime",
                        object.lastModified().toString(),
                        "eventName",
                        "ObjectCreated:Put",
                        "s3",
                        s3);
        return Json.write(Map.of("Records", List.of(event)));
    }

    /** As in forms, but slashes stay. */
    private static String encoded(String key) {
        return URLEncoder.encode(key, UTF_8).replace("%2F", "/");
    }
}

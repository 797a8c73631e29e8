package dev.doorstep.local;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

import java.net.URI;
import java.util.Collection;
import java.util.List;

/** The template's buckets on another server that speaks S3, and notifies queues by itself. */
final class ServedBuckets implements ObjectStore, AutoCloseable {
    private final S3Client s3;
    private final List<BucketDefinition> buckets;

    ServedBuckets(URI endpoint, List<BucketDefinition> buckets) {
        this.s3 = Clients.s3(endpoint);
        this.buckets = List.copyOf(buckets);
        buckets.forEach(this::create);
    }

    @Override
    public boolean has(String bucket) {
        return buckets.stream().anyMatch(definition -> definition.name().equals(bucket));
    }

    @Override
    public void put(String bucket, String key, S3Object object) {
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(object.content()));
    }

    @Override
    public Collection<String> keys(String bucket) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                .map(software.amazon.awssdk.services.s3.model.S3Object::key)
                .toList();
    }

    @Override
    public void empty() {
        for (BucketDefinition bucket : buckets) {
            keys(bucket.name())
                    .forEach(key -> s3.deleteObject(d -> d.bucket(bucket.name()).key(key)));
        }
    }

    @Override
    public void close() {
        s3.close();
    }

    private void create(BucketDefinition bucket) {
        s3.createBucket(create -> create.bucket(bucket.name()));
        NotificationConfiguration notifications =
                NotificationConfiguration.builder()
                        .queueConfigurations(
                                bucket.notifications().stream()
                                        .map(ServedBuckets::configuration)
                                        .toList())
                        .build();
        s3.putBucketNotificationConfiguration(
                put -> put.bucket(bucket.name()).notificationConfiguration(notifications));
    }

    private static QueueConfiguration configuration(BucketDefinition.Notification notification) {
        return QueueConfiguration.builder()
                .queueArn(Machine.arn("sqs", "", notification.queue()))
                .events(Event.S3_OBJECT_CREATED)
                .filter(
                        filter ->
                                filter.key(
                                        key ->
                                                key.filterRules(
                                                        rule("prefix", notification.prefix()),
                                                        rule("suffix", notification.suffix()))))
                .build();
    }

    private static FilterRule rule(String name, String value) {
        return FilterRule.builder().name(name).value(value).build();
    }
}

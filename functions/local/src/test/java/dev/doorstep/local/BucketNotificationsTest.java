package dev.doorstep.local;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class BucketNotificationsTest {
    private static final String BUCKET = "doorstep-mailsbucket";
    private static final S3Object OBJECT =
            new S3Object("Hello".getBytes(UTF_8), Map.of(), Instant.parse("2026-11-25T08:00:00Z"));

    private final List<String> queues = new ArrayList<>();
    private final List<JsonObject> messages = new ArrayList<>();
    private final Buckets buckets =
            new Buckets(
                    List.of(BUCKET, "other"),
                    new BucketNotifications(
                            List.of(
                                    new BucketDefinition(
                                            BUCKET,
                                            List.of(
                                                    new BucketDefinition.Notification(
                                                            "MailsQueue", "in/", ".eml")))),
                            (queue, message) -> {
                                queues.add(queue);
                                messages.add(Json.parseObject(message));
                            }));

    @Test
    void saysWhatWasCreatedAsS3Does() {
        buckets.put(BUCKET, "in/a b+ä.eml", OBJECT);

        JsonObject event = messages.getFirst().objects("Records").getFirst();
        JsonObject object = event.object("s3").object("object");
        assertThat(queues).containsExactly("MailsQueue");
        assertThat(event.string("eventSource")).isEqualTo("aws:s3");
        assertThat(event.string("eventName")).isEqualTo("ObjectCreated:Put");
        assertThat(event.string("eventTime")).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(event.object("s3").object("bucket").string("name")).isEqualTo(BUCKET);
        assertThat(object.string("key")).isEqualTo("in/a+b%2B%C3%A4.eml");
        assertThat(object.integer("size")).isEqualTo(5);
        assertThat(object.string("eTag")).isEqualTo("8b1a9953c4611296a827abf8c47804d7");
    }

    @Test
    void ordersWhatWasCreatedUnderOneKey() {
        buckets.put(BUCKET, "in/1.eml", OBJECT);
        buckets.put(BUCKET, "in/1.eml", OBJECT);

        assertThat(
                        messages.stream()
                                .map(message -> message.objects("Records").getFirst())
                                .map(event -> event.object("s3").object("object"))
                                .map(object -> object.string("sequencer")))
                .hasSize(2)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void isSilentAboutOtherKeysAndOtherBuckets() {
        buckets.put(BUCKET, "out/1.eml", OBJECT);
        buckets.put(BUCKET, "in/1.txt", OBJECT);
        buckets.put("other", "in/1.eml", OBJECT);

        assertThat(messages).isEmpty();
    }
}

package dev.doorstep.emailreply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Rejected;

import java.net.URLDecoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * That a mail lies in the bucket. Source: Amazon S3 User Guide, "Event message structure".
 *
 * @param key under which it lies there
 */
record Arrival(String key, Instant at) {

    Arrival {
        requireNonNull(key, "key is null");
        requireNonNull(at, "at is null");
    }

    /**
     * Reads a notification; one that only tries whether notifications come brings nothing.
     *
     * @throws Rejected if it is not a notification of S3
     */
    static List<Arrival> parse(String notification) {
        JsonObject json = Json.parseObject(notification.getBytes(UTF_8));
        return json.findString("Event").filter("s3:TestEvent"::equals).isPresent()
                ? List.of()
                : json.objects("Records").stream().map(Arrival::of).toList();
    }

    private static Arrival of(JsonObject record) {
        JsonObject object = record.object("s3").object("object");
        String key = object.string("key");
        try {
            return new Arrival(URLDecoder.decode(key, UTF_8), time(record));
        } catch (IllegalArgumentException _) {
            throw new Rejected(object.pointerTo("key"), "is not a key as S3 writes it");
        }
    }

    private static Instant time(JsonObject record) {
        try {
            return Instant.parse(record.string("eventTime"));
        } catch (DateTimeException _) {
            throw new Rejected(record.pointerTo("eventTime"), "is not a time");
        }
    }
}

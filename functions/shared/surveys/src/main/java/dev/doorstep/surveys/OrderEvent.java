package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * Something that happened to an order. {@code source} and {@code id} together name it once and for
 * all (CloudEvents 1.0); {@code time} says when it happened, whenever it arrives, to the
 * millisecond.
 */
public record OrderEvent(
        String source, String id, EventType type, Instant time, OrderId order, OrderData data) {

    /** As things happened; the name decides between events of the same moment. */
    static final Comparator<OrderEvent> BY_TIME =
            Comparator.comparing(OrderEvent::time).thenComparing(OrderEvent::key);

    private static final int KEY_BYTES = 16;

    public OrderEvent {
        requireNonNull(source, "source is null");
        requireNonNull(id, "id is null");
        requireNonNull(type, "type is null");
        time = time.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(order, "order is null");
        requireNonNull(data, "data is null");
    }

    /** The event's name in 32 hexadecimal digits: the same for each time it is delivered. */
    public String key() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha256.digest((source + '\n' + id).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same without the person. */
    OrderEvent nameless() {
        return new OrderEvent(source, id, type, time, order, data.nameless());
    }

    /** The same with nothing but what it promises. */
    OrderEvent promise() {
        return new OrderEvent(source, id, type, time, order, data.promise());
    }
}

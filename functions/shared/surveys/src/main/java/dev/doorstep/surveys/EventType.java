package dev.doorstep.surveys;

import dev.doorstep.programme.Touchpoint;

import java.util.Arrays;
import java.util.Optional;

/** What an order system tells of an order, by the {@code type} of its CloudEvents. */
public enum EventType {
    PLACED("order.placed"),
    SHIPPED("order.shipped"),
    DELIVERED("order.delivered"),
    DELAYED("order.delayed"),
    CANCELLED("order.cancelled"),
    LOST("parcel.lost"),
    RETURN_REQUESTED("return.requested"),
    RETURN_COMPLETED("return.completed"),
    EXCHANGE_COMPLETED("exchange.completed");

    private final String id;

    EventType(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** What can be asked about once it happened. */
    public Optional<Touchpoint> touchpoint() {
        return switch (this) {
            case DELIVERED -> Optional.of(Touchpoint.DELIVERY);
            case RETURN_REQUESTED, RETURN_COMPLETED -> Optional.of(Touchpoint.RETURN);
            case EXCHANGE_COMPLETED -> Optional.of(Touchpoint.EXCHANGE);
            case CANCELLED -> Optional.of(Touchpoint.CANCELLATION);
            case PLACED, SHIPPED, DELAYED, LOST -> Optional.empty();
        };
    }

    /** Whether nobody waits any more for the parcel that was promised first. */
    boolean endsWaiting() {
        return switch (this) {
            case DELIVERED,
                    CANCELLED,
                    LOST,
                    RETURN_REQUESTED,
                    RETURN_COMPLETED,
                    EXCHANGE_COMPLETED ->
                    true;
            case PLACED, SHIPPED, DELAYED -> false;
        };
    }

    public static Optional<EventType> find(String id) {
        return Arrays.stream(values()).filter(type -> type.id.equals(id)).findFirst();
    }

    /**
     * @throws IllegalArgumentException if there is no such type
     */
    public static EventType of(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("event type is unknown"));
    }
}

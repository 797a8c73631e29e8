package dev.doorstep.local.year;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Touchpoint;
import dev.doorstep.surveys.OrderEvent;

import java.time.Instant;
import java.util.List;

/**
 * An order, as its order system tells of it and as it really was.
 *
 * @param delivery how its delivery was
 * @param afterwards how sending it back, exchanging it or calling it off was
 */
record MadeUpOrder(List<Told> told, Experience delivery, Experience afterwards) {

    MadeUpOrder {
        told = List.copyOf(told);
        requireNonNull(delivery, "delivery is null");
        requireNonNull(afterwards, "afterwards is null");
    }

    /** What led to an answer, or to a case, about this touchpoint of the order. */
    Experience about(Touchpoint touchpoint) {
        return switch (touchpoint) {
            case DELIVERY -> delivery;
            case RETURN, EXCHANGE, CANCELLATION -> afterwards;
            case FOLLOW_UP -> throw new IllegalArgumentException("is about a case, not an order");
        };
    }

    /** An event and when the order system got round to telling of it. */
    record Told(OrderEvent event, Instant at) {

        Told {
            requireNonNull(event, "event is null");
            requireNonNull(at, "at is null");
        }
    }
}

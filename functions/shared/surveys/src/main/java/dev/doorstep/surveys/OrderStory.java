package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Ids;
import dev.doorstep.programme.Programme;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What happened to an order, the first thing first: what support must know before it writes or
 * calls. It does not depend on the order in which events arrived.
 */
public record OrderStory(List<Step> steps) {

    public OrderStory {
        steps = List.copyOf(steps);
    }

    public static OrderStory of(Facts facts, Programme programme) {
        ZoneId zone = facts.zone(programme);
        List<Step> steps = new ArrayList<>();
        Optional<DeliveryDate> promised = Optional.empty();
        for (OrderEvent event : facts.withEachDelay()) {
            Optional<DeliveryDate> said = DeliveryDate.promised(event.data(), zone);
            What what = what(event.type());
            if (what == What.DELAYED) {
                steps.add(new Step(event.time(), what, said));
            } else {
                if (said.isPresent() && !isSame(said.get(), promised)) {
                    steps.add(new Step(when(event), What.PROMISED, said));
                }
                steps.add(new Step(when(event), what, Optional.empty()));
            }
            promised = said.isPresent() ? said : promised;
        }
        steps.sort(Comparator.comparing(Step::at).thenComparing(Step::what));
        return new OrderStory(steps);
    }

    private static boolean isSame(DeliveryDate said, Optional<DeliveryDate> known) {
        return known.filter(said::isSameAs).isPresent();
    }

    private static Instant when(OrderEvent event) {
        return event.type() == EventType.DELIVERED
                ? event.data().deliveredAt().orElse(event.time())
                : event.time();
    }

    private static What what(EventType type) {
        return switch (type) {
            case PLACED -> What.ORDERED;
            case SHIPPED -> What.SHIPPED;
            case DELAYED -> What.DELAYED;
            case LOST -> What.LOST;
            case DELIVERED -> What.DELIVERED;
            case CANCELLED -> What.CANCELLED;
            case RETURN_REQUESTED -> What.RETURN_REQUESTED;
            case RETURN_COMPLETED -> What.RETURN_COMPLETED;
            case EXCHANGE_COMPLETED -> What.EXCHANGED;
        };
    }

    /**
     * One thing that happened.
     *
     * @param date what was promised then, where that is what happened
     */
    public record Step(Instant at, What what, Optional<DeliveryDate> date) {

        public Step {
            requireNonNull(at, "at is null");
            requireNonNull(what, "what is null");
            requireNonNull(date, "date is null");
        }
    }

    /** What can happen; of one moment, the first comes first. */
    public enum What {
        ORDERED,
        PROMISED,
        SHIPPED,
        DELAYED,
        LOST,
        DELIVERED,
        CANCELLED,
        RETURN_REQUESTED,
        RETURN_COMPLETED,
        EXCHANGED;

        /** The name in answers: lower case, with dashes. */
        public String id() {
            return Ids.of(this);
        }
    }
}

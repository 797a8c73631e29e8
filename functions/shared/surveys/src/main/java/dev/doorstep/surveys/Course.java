package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where a parcel is, as the events of its order say it in the order in which they happened.
 *
 * @param since when that was said
 * @param promised the promise that stands; empty if there is none
 * @param putOffTo what the latest delay promised
 * @param toldBefore the promise that the latest delay took the place of
 */
record Course(
        Stage stage,
        Instant since,
        Optional<DeliveryDate> promised,
        Optional<DeliveryDate> putOffTo,
        Optional<DeliveryDate> toldBefore) {

    enum Stage {
        UNDER_WAY,
        PUT_OFF,
        LOST,
        DELIVERED,
        /** Cancelled, or on its way back: nobody waits for it any more. */
        OVER
    }

    Course {
        requireNonNull(stage, "stage is null");
        requireNonNull(since, "since is null");
        requireNonNull(promised, "promised is null");
        requireNonNull(putOffTo, "putOffTo is null");
        requireNonNull(toldBefore, "toldBefore is null");
    }

    static Course of(Facts facts, ZoneId zone) {
        Course course =
                new Course(
                        Stage.UNDER_WAY,
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        for (OrderEvent event : facts.withEachDelay()) {
            course = course.after(event, zone);
        }
        return course;
    }

    /** Whether the parcel is awaited. */
    boolean isAwaited() {
        return stage == Stage.UNDER_WAY || stage == Stage.PUT_OFF;
    }

    private Course after(OrderEvent event, ZoneId zone) {
        if (stage == Stage.OVER) {
            return this;
        }
        Optional<DeliveryDate> said = DeliveryDate.promised(event.data(), zone);
        return switch (event.type()) {
            case PLACED, SHIPPED -> onItsWay(event.time(), said);
            case DELAYED -> said.map(date -> putOff(event.time(), date)).orElse(this);
            case LOST -> in(Stage.LOST, event.time(), promised);
            case DELIVERED -> in(Stage.DELIVERED, event.time(), promised);
            case CANCELLED, RETURN_REQUESTED, RETURN_COMPLETED, EXCHANGE_COMPLETED ->
                    in(Stage.OVER, event.time(), promised);
        };
    }

    /** What is shipped after a loss is another parcel: no promise is known of it but its own. */
    private Course onItsWay(Instant at, Optional<DeliveryDate> said) {
        return switch (stage) {
            case UNDER_WAY, PUT_OFF ->
                    said.filter(date -> !isPromised(date))
                            .map(date -> in(Stage.UNDER_WAY, at, said))
                            .orElse(this);
            case LOST -> in(Stage.UNDER_WAY, at, said);
            case DELIVERED, OVER -> this;
        };
    }

    /** That a promise stands which stood before is nothing new, unless the parcel seemed gone. */
    private Course putOff(Instant at, DeliveryDate date) {
        return isAwaited() && isPromised(date)
                ? this
                : new Course(Stage.PUT_OFF, at, Optional.of(date), Optional.of(date), promised);
    }

    private boolean isPromised(DeliveryDate date) {
        return promised.filter(date::isSameAs).isPresent();
    }

    private Course in(Stage next, Instant at, Optional<DeliveryDate> promise) {
        return new Course(next, at, promise, putOffTo, toldBefore);
    }
}

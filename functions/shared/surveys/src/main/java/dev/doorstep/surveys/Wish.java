package dev.doorstep.surveys;

import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.programme.TouchpointPlan;

import java.time.Instant;
import java.util.Optional;

/**
 * What the facts of an order alone say should be asked. It follows the events as they happened, not
 * as they arrived, so that it is the same for each order of arrival.
 */
sealed interface Wish {

    /** Ask nothing, for this reason. */
    record Nothing(Reason reason) implements Wish {}

    /**
     * Ask about this touchpoint.
     *
     * @param about the moment asked about
     * @param happened whether it is certain that the parcel came, or what is asked about is done
     */
    record Ask(Touchpoint touchpoint, Instant about, Instant dueAt, boolean happened, Reason reason)
            implements Wish {

        boolean isTooLate(Instant now, Programme programme) {
            return happened
                    && now.isAfter(about.plus(programme.requirePlan(touchpoint).latestAfter()));
        }

        /** Why it cannot be asked about yet. */
        Reason missing() {
            return touchpoint == Touchpoint.RETURN ? Reason.NOT_RETURNED : Reason.NOT_DELIVERED;
        }
    }

    static Wish of(Facts facts, Programme programme) {
        Wish wish = new Nothing(Reason.NOT_DELIVERED);
        for (OrderEvent event : facts.inOrderOfTime()) {
            wish = wish.after(event, programme);
        }
        return wish;
    }

    private Wish after(OrderEvent event, Programme programme) {
        return switch (event.type()) {
            case PLACED, SHIPPED -> this;
            case DELIVERED -> asksAfterDelivery() ? this : delivered(event, programme);
            case DELAYED -> asksAbout(Touchpoint.DELIVERY) ? delayed(event, programme) : this;
            case CANCELLED -> isBeyondCancelling() ? this : cancelled(event, programme);
            case LOST -> asksAbout(Touchpoint.CANCELLATION) ? this : new Nothing(Reason.LOST);
            case RETURN_REQUESTED ->
                    asksAbout(Touchpoint.RETURN) ? this : returnRequested(event, programme);
            case RETURN_COMPLETED ->
                    done(Touchpoint.RETURN, event.time(), Reason.RETURN_COMPLETED, programme);
            case EXCHANGE_COMPLETED ->
                    done(Touchpoint.EXCHANGE, event.time(), Reason.EXCHANGE_COMPLETED, programme);
        };
    }

    private boolean asksAbout(Touchpoint touchpoint) {
        return this instanceof Ask ask && ask.touchpoint() == touchpoint;
    }

    /** A customer who sends something back is not asked about its delivery any more. */
    private boolean asksAfterDelivery() {
        return asksAbout(Touchpoint.RETURN) || asksAbout(Touchpoint.EXCHANGE);
    }

    /**
     * Who sends something back, or whose parcel was lost, did not call the order off: its
     * cancellation only closes the books.
     */
    private boolean isBeyondCancelling() {
        return asksAfterDelivery()
                || (this instanceof Nothing nothing && nothing.reason() == Reason.LOST);
    }

    private static Wish delivered(OrderEvent event, Programme programme) {
        Instant about = event.data().deliveredAt().orElse(event.time());
        return done(Touchpoint.DELIVERY, about, Reason.DELIVERED, programme);
    }

    /** It had not come after all: wait for the new date. */
    private static Wish delayed(OrderEvent event, Programme programme) {
        Instant about = event.data().promisedAt().orElse(event.time());
        return plan(Touchpoint.DELIVERY, programme)
                .<Wish>map(
                        plan ->
                                new Ask(
                                        Touchpoint.DELIVERY,
                                        about,
                                        about.plus(plan.delay()),
                                        false,
                                        Reason.DELAYED))
                .orElse(new Nothing(Reason.NOT_ASKED));
    }

    /** Until the return is done there is nothing to ask about; without an end it is let go. */
    private static Wish returnRequested(OrderEvent event, Programme programme) {
        return plan(Touchpoint.RETURN, programme)
                .<Wish>map(
                        plan ->
                                new Ask(
                                        Touchpoint.RETURN,
                                        event.time(),
                                        event.time().plus(plan.latestAfter()),
                                        false,
                                        Reason.RETURN_REQUESTED))
                .orElse(new Nothing(Reason.NOT_ASKED));
    }

    private static Wish cancelled(OrderEvent event, Programme programme) {
        return plan(Touchpoint.CANCELLATION, programme).isPresent()
                ? done(Touchpoint.CANCELLATION, event.time(), Reason.CANCELLED, programme)
                : new Nothing(Reason.CANCELLED);
    }

    private static Wish done(
            Touchpoint touchpoint, Instant about, Reason reason, Programme programme) {
        return plan(touchpoint, programme)
                .<Wish>map(
                        plan -> new Ask(touchpoint, about, about.plus(plan.delay()), true, reason))
                .orElse(new Nothing(Reason.NOT_ASKED));
    }

    private static Optional<TouchpointPlan> plan(Touchpoint touchpoint, Programme programme) {
        return programme.plan(touchpoint);
    }
}

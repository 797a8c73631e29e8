package dev.doorstep.surveys;

import static dev.doorstep.surveys.EventType.CANCELLED;
import static dev.doorstep.surveys.EventType.DELAYED;
import static dev.doorstep.surveys.EventType.DELIVERED;
import static dev.doorstep.surveys.EventType.EXCHANGE_COMPLETED;
import static dev.doorstep.surveys.EventType.LOST;
import static dev.doorstep.surveys.EventType.PLACED;
import static dev.doorstep.surveys.EventType.RETURN_COMPLETED;
import static dev.doorstep.surveys.EventType.RETURN_REQUESTED;
import static dev.doorstep.surveys.EventType.SHIPPED;
import static dev.doorstep.surveys.TestEvents.CONTACT;
import static dev.doorstep.surveys.TestEvents.NOW;
import static dev.doorstep.surveys.TestEvents.ORDER;
import static dev.doorstep.surveys.TestEvents.PROGRAMME;
import static dev.doorstep.surveys.TestEvents.event;
import static dev.doorstep.surveys.TestEvents.promising;
import static dev.doorstep.surveys.TestEvents.silent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.contacts.Contact;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class DecisionsTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Decisions decisions = new Decisions(PROGRAMME);

    @Test
    void plansAQuestionOneDayAfterADelivery() {
        Decisions.Outcome outcome = after(event(DELIVERED, HOUR));

        Instant dueAt = NOW.minus(HOUR).plus(DAY);
        assertThat(outcome.decision())
                .isEqualTo(new Decision.Plan(Touchpoint.DELIVERY, dueAt, Reason.DELIVERED));
        Survey survey = outcome.order().survey(Touchpoint.DELIVERY).orElseThrow();
        assertThat(survey.metric()).isEqualTo(Metric.NPS);
        assertThat(survey.dueAt()).isEqualTo(dueAt);
        assertThat(survey.isPlanned()).isTrue();
    }

    @Test
    void postponesWhatWasPlannedWhenTheParcelIsDelayedAfterAll() {
        Decisions.Outcome outcome = after(event(DELIVERED, DAY), event(DELAYED, HOUR));

        Instant newDate = NOW.minus(HOUR).plus(Duration.ofDays(2));
        assertThat(outcome.decision())
                .isEqualTo(
                        new Decision.Postpone(
                                Touchpoint.DELIVERY, newDate.plus(DAY), Reason.DELAYED));
    }

    @Test
    void asksNothingAboutADelayedParcelThatHasNotCome() {
        Decisions.Outcome outcome = after(event(DELAYED, HOUR));

        assertThat(outcome.decision()).isEqualTo(new Decision.Skip(Reason.NOT_DELIVERED));
        assertThat(outcome.order().surveys()).isEmpty();
    }

    @Test
    void asksAboutTheCancellationInsteadOfTheDelivery() {
        Decisions.Outcome outcome = after(event(DELIVERED, DAY), event(CANCELLED, HOUR));

        assertThat(outcome.decision())
                .isEqualTo(
                        new Decision.Switch(
                                Touchpoint.DELIVERY,
                                Touchpoint.CANCELLATION,
                                NOW.minus(HOUR).plus(DAY),
                                Reason.CANCELLED));
        assertThat(state(outcome, Touchpoint.DELIVERY))
                .isEqualTo(new Survey.State.Skipped(NOW, Reason.SWITCHED));
        assertThat(outcome.order().survey(Touchpoint.CANCELLATION).orElseThrow().metric())
                .isEqualTo(Metric.CES);
    }

    @Test
    void asksAboutACancellationThatNothingWasPlannedBefore() {
        assertThat(after(event(CANCELLED, HOUR)).decision())
                .isEqualTo(
                        new Decision.Plan(
                                Touchpoint.CANCELLATION,
                                NOW.minus(HOUR).plus(DAY),
                                Reason.CANCELLED));
    }

    @Test
    void keepsAskingAboutTheCancellationWhenALateEventTellsOfTheLoss() {
        Decisions.Outcome outcome = after(event(CANCELLED, DAY), event(LOST, HOUR));

        assertThat(state(outcome, Touchpoint.CANCELLATION)).isEqualTo(new Survey.State.Planned());
        assertThat(outcome.decision()).isEqualTo(new Decision.Skip(Reason.OUTDATED));
    }

    @Test
    void asksNobodyHowEasyItWasToCancelAParcelThatWasLost() {
        Decisions.Outcome outcome = after(event(LOST, DAY), event(CANCELLED, HOUR));

        assertThat(outcome.decision()).isEqualTo(new Decision.Cancel(Reason.LOST));
        assertThat(state(outcome, Touchpoint.CANCELLATION))
                .isEqualTo(new Survey.State.Skipped(NOW, Reason.LOST));
    }

    @Test
    void keepsAskingAboutTheReturnWhenTheOrderIsCancelledForIt() {
        Decisions.Outcome requested = after(event(RETURN_REQUESTED, DAY), event(CANCELLED, HOUR));
        Decisions.Outcome completed = after(event(RETURN_COMPLETED, DAY), event(CANCELLED, HOUR));

        assertThat(List.of(requested, completed))
                .allSatisfy(
                        outcome -> {
                            assertThat(state(outcome, Touchpoint.RETURN))
                                    .isEqualTo(new Survey.State.Planned());
                            assertThat(state(outcome, Touchpoint.CANCELLATION))
                                    .isEqualTo(new Survey.State.Skipped(NOW, Reason.SWITCHED));
                        });
    }

    @Test
    void asksAboutTheReturnOfWhatCameThoughItWasCancelled() {
        Decisions.Outcome outcome = after(event(CANCELLED, DAY), event(RETURN_COMPLETED, HOUR));

        assertThat(outcome.decision())
                .isEqualTo(
                        new Decision.Switch(
                                Touchpoint.CANCELLATION,
                                Touchpoint.RETURN,
                                NOW.minus(HOUR).plus(DAY),
                                Reason.RETURN_COMPLETED));
    }

    @Test
    void asksAboutTheDeliveryWhenACancellationCameTooLate() {
        Decisions.Outcome outcome = after(event(CANCELLED, DAY), event(DELIVERED, HOUR));

        assertThat(state(outcome, Touchpoint.DELIVERY)).isEqualTo(new Survey.State.Planned());
        assertThat(state(outcome, Touchpoint.CANCELLATION))
                .isEqualTo(new Survey.State.Skipped(NOW, Reason.SWITCHED));
    }

    @Test
    void asksNobodyAboutTheCancellationWhoWasAskedAboutTheDelivery() {
        OrderSurveys planned = after(event(DELIVERED, DAY)).order();
        Survey sent =
                planned.survey(Touchpoint.DELIVERY)
                        .orElseThrow()
                        .in(new Survey.State.Sent(NOW, "ses-1"));

        Decisions.Outcome outcome =
                decisions.onEvent(event(CANCELLED, HOUR), planned.with(sent), CONTACT, NOW);

        assertThat(outcome.decision()).isEqualTo(new Decision.Skip(Reason.ALREADY_ASKED));
        assertThat(outcome.order().survey(Touchpoint.DELIVERY)).contains(sent);
        assertThat(state(outcome, Touchpoint.CANCELLATION))
                .isEqualTo(new Survey.State.Skipped(NOW, Reason.ALREADY_ASKED));
    }

    @Test
    void asksAgainWhenALostParcelTurnsUp() {
        Decisions.Outcome outcome =
                after(
                        event(DELIVERED, Duration.ofDays(3)),
                        event(LOST, DAY),
                        event(DELIVERED, HOUR));

        assertThat(outcome.decision()).isInstanceOf(Decision.Plan.class);
        assertThat(state(outcome, Touchpoint.DELIVERY)).isEqualTo(new Survey.State.Planned());
    }

    @Test
    void asksAboutTheReturnInsteadOfTheDelivery() {
        Decisions.Outcome outcome = after(event(DELIVERED, DAY), event(RETURN_COMPLETED, HOUR));

        assertThat(outcome.decision())
                .isEqualTo(
                        new Decision.Switch(
                                Touchpoint.DELIVERY,
                                Touchpoint.RETURN,
                                NOW.minus(HOUR).plus(DAY),
                                Reason.RETURN_COMPLETED));
        assertThat(state(outcome, Touchpoint.DELIVERY))
                .isEqualTo(new Survey.State.Skipped(NOW, Reason.SWITCHED));
        assertThat(outcome.order().survey(Touchpoint.RETURN).orElseThrow().metric())
                .isEqualTo(Metric.CES);
    }

    @Test
    void waitsForTheReturnToBeDone() {
        Decisions.Outcome requested = after(event(DELIVERED, DAY), event(RETURN_REQUESTED, HOUR));
        Survey survey = requested.order().survey(Touchpoint.RETURN).orElseThrow();

        Decision whenDue = decisions.whenDue(requested.order(), survey, CONTACT, survey.dueAt());

        assertThat(requested.decision()).isInstanceOf(Decision.Switch.class);
        assertThat(whenDue).isEqualTo(new Decision.Skip(Reason.NOT_RETURNED));
    }

    @Test
    void keepsAskingAboutTheReturnWhenItsDeliveryArrivesLater() {
        Decisions.Outcome outcome = after(event(RETURN_COMPLETED, HOUR), event(DELIVERED, DAY));

        assertThat(outcome.decision()).isEqualTo(new Decision.Skip(Reason.OUTDATED));
        assertThat(state(outcome, Touchpoint.RETURN)).isEqualTo(new Survey.State.Planned());
        assertThat(state(outcome, Touchpoint.DELIVERY))
                .isEqualTo(new Survey.State.Skipped(NOW, Reason.SWITCHED));
    }

    @Test
    void asksAboutAnExchangeOnItsOwnScale() {
        Decisions.Outcome outcome = after(event(EXCHANGE_COMPLETED, HOUR));

        assertThat(outcome.decision()).isInstanceOf(Decision.Plan.class);
        assertThat(outcome.order().survey(Touchpoint.EXCHANGE).orElseThrow().metric())
                .isEqualTo(Metric.CES);
    }

    @Test
    void skipsACustomerWhoOptedOut() {
        OrderEvent optedOut = event(DELIVERED, "1", HOUR, Optional.of(false));

        assertThat(after(optedOut).decision()).isEqualTo(new Decision.Skip(Reason.OPTED_OUT));
    }

    @Test
    void skipsWithoutAnAddress() {
        assertThat(after(Optional.empty(), event(DELIVERED, HOUR)).decision())
                .isEqualTo(new Decision.Skip(Reason.NO_ADDRESS));
    }

    @Test
    void skipsASuppressedAddress() {
        assertThat(after(Optional.of(TestEvents.suppressed()), event(DELIVERED, HOUR)).decision())
                .isEqualTo(new Decision.Skip(Reason.SUPPRESSED));
    }

    @Test
    void skipsACustomerAskedTenDaysAgo() {
        Contact asked = TestEvents.asked(Duration.ofDays(10));

        assertThat(after(Optional.of(asked), event(DELIVERED, HOUR)).decision())
                .isEqualTo(new Decision.Skip(Reason.CAPPED));
    }

    @Test
    void asksACustomerAskedThirtyOneDaysAgoAboutSomethingElse() {
        Contact asked = TestEvents.asked(Duration.ofDays(31));

        assertThat(after(Optional.of(asked), event(DELIVERED, HOUR)).decision())
                .isInstanceOf(Decision.Plan.class);
    }

    @Test
    void skipsADeliveryOfThreeWeeksAgo() {
        assertThat(after(event(DELIVERED, Duration.ofDays(21))).decision())
                .isEqualTo(new Decision.Skip(Reason.TOO_LATE));
    }

    @Test
    void neverAsksAgainWhatWasAsked() {
        OrderSurveys planned = after(event(DELIVERED, DAY)).order();
        Survey sent =
                planned.survey(Touchpoint.DELIVERY)
                        .orElseThrow()
                        .in(new Survey.State.Sent(NOW, "ses-1"));
        OrderSurveys asked =
                new OrderSurveys(
                        planned.facts(), Map.of(Touchpoint.DELIVERY, sent), planned.decisions(), 1);

        Decisions.Outcome outcome = decisions.onEvent(event(DELIVERED, HOUR), asked, CONTACT, NOW);

        assertThat(outcome.decision()).isEqualTo(new Decision.Skip(Reason.ALREADY_ASKED));
        assertThat(outcome.order().surveys()).isEqualTo(asked.surveys());
    }

    @Test
    void sendsWhatIsDueByDay() {
        OrderSurveys order = after(event(DELIVERED, Duration.ofDays(2))).order();

        assertThat(whenDue(order, NOW)).isEqualTo(new Decision.Send(Touchpoint.DELIVERY));
    }

    @Test
    void waitsForTheMorningOfTheCustomer() {
        OrderSurveys order = after(event(DELIVERED, Duration.ofDays(2))).order();

        assertThat(whenDue(order, Instant.parse("2026-11-24T22:00:00Z")))
                .isEqualTo(
                        new Decision.Postpone(
                                Touchpoint.DELIVERY,
                                Instant.parse("2026-11-25T09:00:00Z"),
                                Reason.QUIET_HOURS));
    }

    @Test
    void isLateWhenItCameAfterTheFirstPromise() {
        OrderEvent delayed = event(DELAYED, Duration.ofDays(5));
        OrderEvent delivered = event(DELIVERED, HOUR);

        Order order = Order.of(Facts.none(ORDER).with(delayed).with(delivered), PROGRAMME);

        assertThat(order.lateness()).isEqualTo(Lateness.DAYS);
        assertThat(Order.of(Facts.none(ORDER).with(delivered), PROGRAMME).lateness())
                .isEqualTo(Lateness.NONE);
    }

    @Test
    void isWorseThanLateWhenItWasLostBefore() {
        OrderEvent lost = event(LOST, Duration.ofHours(5));
        OrderEvent delivered = event(DELIVERED, HOUR);
        Facts facts = Facts.none(ORDER).with(lost);

        assertThat(Order.of(facts.with(delivered), PROGRAMME).lateness())
                .isEqualTo(Lateness.LOST_FIRST);
        assertThat(Order.of(facts, PROGRAMME).lateness()).isEqualTo(Lateness.NONE);
    }

    @Test
    void tellsHoursOfDelayFromDays() {
        LocalDate promised = LocalDate.parse("2026-11-23");
        OrderEvent placed = promising(PLACED, Duration.ofDays(3), promised);
        OrderEvent dayAfter = silent(DELIVERED, Duration.ZERO);
        OrderEvent sameDay = silent(DELIVERED, Duration.ofHours(13));

        assertThat(Order.of(Facts.none(ORDER).with(placed).with(dayAfter), PROGRAMME).lateness())
                .isEqualTo(Lateness.LATE);
        assertThat(Order.of(Facts.none(ORDER).with(placed).with(sameDay), PROGRAMME).lateness())
                .isEqualTo(Lateness.NONE);
    }

    @Test
    void asksNothingOfAnOrderThatIsOnItsWay() {
        Decisions.Outcome placed = after(event(PLACED, Duration.ofDays(3)));
        Decisions.Outcome shipped =
                after(event(PLACED, Duration.ofDays(3)), event(SHIPPED, Duration.ofDays(2)));

        assertThat(placed.decision()).isEqualTo(new Decision.Skip(Reason.NOT_DELIVERED));
        assertThat(shipped.decision()).isEqualTo(new Decision.Skip(Reason.NOT_DELIVERED));
        assertThat(shipped.order().surveys()).isEmpty();
    }

    private Decision whenDue(OrderSurveys order, Instant now) {
        Survey survey = order.survey(Touchpoint.DELIVERY).orElseThrow();
        return decisions.whenDue(order, survey, CONTACT, now);
    }

    private Decisions.Outcome after(OrderEvent... events) {
        return after(CONTACT, events);
    }

    private Decisions.Outcome after(Optional<Contact> contact, OrderEvent... events) {
        OrderSurveys order = OrderSurveys.unknown(ORDER);
        Decision decision = new Decision.Skip(Reason.OUTDATED);
        for (OrderEvent event : List.of(events)) {
            Decisions.Outcome outcome = decisions.onEvent(event, order, contact, NOW);
            order = outcome.order();
            decision = outcome.decision();
        }
        return new Decisions.Outcome(order, decision);
    }

    private static Survey.State state(Decisions.Outcome outcome, Touchpoint touchpoint) {
        return outcome.order().survey(touchpoint).orElseThrow().state();
    }
}

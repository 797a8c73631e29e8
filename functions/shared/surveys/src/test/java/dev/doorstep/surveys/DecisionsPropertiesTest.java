package dev.doorstep.surveys;

import static dev.doorstep.surveys.TestEvents.CONTACT;
import static dev.doorstep.surveys.TestEvents.NOW;
import static dev.doorstep.surveys.TestEvents.ORDER;
import static dev.doorstep.surveys.TestEvents.PROGRAMME;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.programme.Touchpoint;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class DecisionsPropertiesTest {
    private final Decisions decisions = new Decisions(PROGRAMME);

    @Property
    void anyOrderAndRepetitionOfEventsEndsInTheSameSurveys(
            @ForAll("events") List<OrderEvent> events, @ForAll Random random) {
        List<OrderEvent> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, random.nextInt(events.size() + 1)));
        Collections.shuffle(shuffled, random);

        OrderSurveys inOrder = after(events);
        OrderSurveys anyhow = after(shuffled);

        assertThat(anyhow.surveys()).isEqualTo(inOrder.surveys());
        assertThat(anyhow.facts()).isEqualTo(inOrder.facts());
    }

    @Property
    void eachEventHasExactlyOneDecision(@ForAll("events") List<OrderEvent> events) {
        List<OrderEvent> twice = new ArrayList<>(events);
        twice.addAll(events);

        assertThat(after(twice).decisions())
                .extracting(DecisionRow::eventKey)
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(OrderEvent::key).distinct().toList());
    }

    @Property
    void atMostOneQuestionIsPlanned(@ForAll("events") List<OrderEvent> events) {
        assertThat(after(events).surveys().values().stream().filter(Survey::isPlanned))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Property
    void asksAboutADeliveryOnlyIfNothingCalledItOffAfterwards(
            @ForAll("events") List<OrderEvent> events) {
        OrderSurveys order = after(events);

        if (isPlanned(order, Touchpoint.DELIVERY)) {
            Optional<OrderEvent> delivered = order.facts().find(EventType.DELIVERED);
            for (EventType end : List.of(EventType.CANCELLED, EventType.LOST)) {
                assertThat(order.facts().find(end).stream())
                        .allSatisfy(
                                event ->
                                        assertThat(isBefore(event, delivered.orElseThrow()))
                                                .isTrue());
            }
        }
    }

    @Property
    void asksAboutACancellationOnlyIfItEndedTheOrder(@ForAll("events") List<OrderEvent> events) {
        OrderSurveys order = after(events);

        if (isPlanned(order, Touchpoint.CANCELLATION)) {
            OrderEvent cancelled = order.facts().find(EventType.CANCELLED).orElseThrow();
            for (EventType later :
                    List.of(
                            EventType.DELIVERED,
                            EventType.RETURN_REQUESTED,
                            EventType.RETURN_COMPLETED,
                            EventType.EXCHANGE_COMPLETED)) {
                assertThat(order.facts().find(later).stream())
                        .allSatisfy(event -> assertThat(isBefore(event, cancelled)).isTrue());
            }
        }
    }

    private static boolean isBefore(OrderEvent a, OrderEvent b) {
        return OrderEvent.BY_TIME.compare(a, b) < 0;
    }

    private static boolean isPlanned(OrderSurveys order, Touchpoint touchpoint) {
        return order.survey(touchpoint).filter(Survey::isPlanned).isPresent();
    }

    @Provide
    Arbitrary<List<OrderEvent>> events() {
        return Combinators.combine(
                        Arbitraries.of(EventType.class),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(true, false).injectNull(0.8))
                .as(
                        (type, days, survey) ->
                                TestEvents.event(
                                        type,
                                        type.id() + days + survey,
                                        Duration.ofDays(days),
                                        Optional.ofNullable(survey)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private OrderSurveys after(List<OrderEvent> events) {
        OrderSurveys order = OrderSurveys.unknown(ORDER);
        for (OrderEvent event : events) {
            if (order.decision(event).isEmpty()) {
                order = decisions.onEvent(event, order, CONTACT, NOW).order();
            }
        }
        return order;
    }
}

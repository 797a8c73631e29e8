package dev.doorstep.surveys;

import static dev.doorstep.surveys.TestEvents.NOW;
import static dev.doorstep.surveys.TestEvents.ORDER;
import static dev.doorstep.surveys.TestEvents.PROGRAMME;
import static dev.doorstep.surveys.TestEvents.promising;
import static dev.doorstep.surveys.TestEvents.silent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

class OrderStoryTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Test
    void tellsWhatHappenedInItsOrderHoweverItArrived() {
        List<OrderEvent> arriving =
                List.of(
                        silent(EventType.DELIVERED, Duration.ofHours(1)),
                        promising(EventType.DELAYED, Duration.ofHours(20), TODAY.plusDays(2)),
                        silent(EventType.RETURN_REQUESTED, Duration.ofMinutes(9)),
                        promising(EventType.PLACED, Duration.ofHours(90), TODAY),
                        promising(EventType.DELAYED, Duration.ofHours(30), TODAY.plusDays(1)),
                        silent(EventType.LOST, Duration.ofHours(10)),
                        promising(EventType.SHIPPED, Duration.ofHours(60), TODAY));

        OrderStory story = story(arriving);

        assertThat(story.steps())
                .extracting(
                        step -> step.what().id(),
                        step -> step.at(),
                        step -> step.date().flatMap(DeliveryDate::day).orElse(null))
                .containsExactly(
                        tuple("ordered", NOW.minus(Duration.ofHours(90)), null),
                        tuple("promised", NOW.minus(Duration.ofHours(90)), TODAY),
                        tuple("shipped", NOW.minus(Duration.ofHours(60)), null),
                        tuple("delayed", NOW.minus(Duration.ofHours(30)), TODAY.plusDays(1)),
                        tuple("delayed", NOW.minus(Duration.ofHours(20)), TODAY.plusDays(2)),
                        tuple("lost", NOW.minus(Duration.ofHours(10)), null),
                        tuple("delivered", NOW.minus(Duration.ofHours(1)), null),
                        tuple("return-requested", NOW.minus(Duration.ofMinutes(9)), null));
    }

    @Test
    void namesAPromiseThatOnlyTheDeliveryTellsOf() {
        OrderStory story =
                story(List.of(promising(EventType.DELIVERED, Duration.ofHours(1), TODAY)));

        assertThat(story.steps())
                .extracting(OrderStory.Step::what)
                .containsExactly(OrderStory.What.PROMISED, OrderStory.What.DELIVERED);
    }

    @Test
    void isEmptyOfAnOrderOfWhichNothingIsKnown() {
        assertThat(story(List.of()).steps()).isEmpty();
    }

    private static OrderStory story(List<OrderEvent> events) {
        Facts facts = Facts.none(ORDER);
        for (OrderEvent event : events) {
            facts = facts.with(event);
        }
        return OrderStory.of(facts, PROGRAMME);
    }
}

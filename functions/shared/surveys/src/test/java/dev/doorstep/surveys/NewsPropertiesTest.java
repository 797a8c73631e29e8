package dev.doorstep.surveys;

import static dev.doorstep.surveys.TestEvents.NOW;
import static dev.doorstep.surveys.TestEvents.ORDER;
import static dev.doorstep.surveys.TestEvents.PROGRAMME;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

class NewsPropertiesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Property
    void anyOrderAndRepetitionOfEventsTellsTheSame(
            @ForAll("events") List<OrderEvent> events,
            @ForAll Random random,
            @ForAll @IntRange(max = 400) int hours) {
        List<OrderEvent> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, random.nextInt(events.size() + 1)));
        Collections.shuffle(shuffled, random);
        Instant now = NOW.plus(Duration.ofHours(hours));

        assertThat(News.of(facts(shuffled), PROGRAMME, now))
                .isEqualTo(News.of(facts(events), PROGRAMME, now));
        assertThat(OrderStory.of(facts(shuffled), PROGRAMME))
                .isEqualTo(OrderStory.of(facts(events), PROGRAMME));
    }

    /** Whatever is news at a moment, a timer was set for it: nobody looks at other times. */
    @Property
    void whateverIsNewsIsLookedFor(
            @ForAll("events") List<OrderEvent> events,
            @ForAll Random random,
            @ForAll @IntRange(max = 400) int hours) {
        List<OrderEvent> arriving = new ArrayList<>(events);
        Collections.shuffle(arriving, random);
        Facts facts = Facts.none(ORDER);
        Set<Instant> looked = new HashSet<>();
        for (OrderEvent event : arriving) {
            Facts next = facts.with(event);
            looked.addAll(News.timesToLook(facts, next, PROGRAMME, NOW));
            facts = next;
        }

        Optional<News> news = News.of(facts, PROGRAMME, NOW.plus(Duration.ofHours(hours)));

        Facts known = facts;
        news.ifPresent(
                told ->
                        assertThat(looked)
                                .anySatisfy(
                                        at ->
                                                assertThat(News.of(known, PROGRAMME, at))
                                                        .contains(told)));
    }

    @Property
    void nothingIsToldOfAParcelThatCameLast(@ForAll("events") List<OrderEvent> events) {
        OrderEvent delivered = TestEvents.silent(EventType.DELIVERED, Duration.ZERO);

        assertThat(News.of(facts(events).with(delivered), PROGRAMME, NOW)).isEmpty();
    }

    @Provide
    Arbitrary<List<OrderEvent>> events() {
        return Combinators.combine(
                        Arbitraries.of(EventType.class),
                        Arbitraries.integers().between(1, 200),
                        Arbitraries.integers().between(-3, 9))
                .as(
                        (type, hours, promise) ->
                                TestEvents.promising(
                                        type, Duration.ofHours(hours), TODAY.plusDays(promise)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Facts facts(List<OrderEvent> events) {
        Facts facts = Facts.none(ORDER);
        for (OrderEvent event : events) {
            facts = facts.with(event);
        }
        return facts;
    }
}

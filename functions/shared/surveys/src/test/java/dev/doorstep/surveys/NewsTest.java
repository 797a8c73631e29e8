package dev.doorstep.surveys;

import static dev.doorstep.surveys.TestEvents.NOW;
import static dev.doorstep.surveys.TestEvents.ORDER;
import static dev.doorstep.surveys.TestEvents.PROGRAMME;
import static dev.doorstep.surveys.TestEvents.promising;
import static dev.doorstep.surveys.TestEvents.silent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

class NewsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Duration GRACE = PROGRAMME.news().overdueAfter();

    private final OrderEvent placed = promising(EventType.PLACED, DAY.multipliedBy(3), TODAY);
    private final OrderEvent delayed = promising(EventType.DELAYED, HOUR, TODAY.plusDays(1));

    @Test
    void isNoneOfAnOrderThatIsOnItsWay() {
        assertThat(news(NOW, placed, silent(EventType.SHIPPED, DAY))).isEmpty();
        assertThat(news(NOW)).isEmpty();
    }

    @Test
    void isTheNewDateOfADelay() {
        News.Delayed news = (News.Delayed) news(NOW, placed, delayed).orElseThrow();

        assertThat(news.until().day()).contains(TODAY.plusDays(1));
        assertThat(news.until().at()).isEqualTo("2026-11-25T23:59:59.999Z");
        assertThat(news.isSooner()).isFalse();
        assertThat(news.needsPerson(NOW)).isFalse();
    }

    @Test
    void saysThatADateIsSoonerThanTheOneToldLast() {
        OrderEvent sooner = promising(EventType.DELAYED, Duration.ofMinutes(5), TODAY.plusDays(3));
        OrderEvent later = promising(EventType.DELAYED, HOUR, TODAY.plusDays(9));

        assertThat(news(NOW, placed, later, sooner))
                .get()
                .extracting(news -> ((News.Delayed) news).isSooner())
                .isEqualTo(true);
    }

    @Test
    void isNoneWhereADelayNamesTheDateThatWasPromisedAnyway() {
        assertThat(news(NOW, placed, promising(EventType.DELAYED, HOUR, TODAY))).isEmpty();
    }

    @Test
    void isTheSameWhereADelayIsToldAgain() {
        OrderEvent again = promising(EventType.DELAYED, Duration.ofMinutes(1), TODAY.plusDays(1));

        assertThat(news(NOW, placed, delayed, again)).isEqualTo(news(NOW, placed, delayed));
    }

    @Test
    void wantsAPersonOnceADelayReachesTheProgrammesLimit() {
        assertThat(news(NOW, placed, promising(EventType.DELAYED, HOUR, TODAY.plusDays(2))))
                .get()
                .matches(news -> !news.needsPerson(NOW));
        assertThat(news(NOW, placed, promising(EventType.DELAYED, HOUR, TODAY.plusDays(3))))
                .get()
                .matches(news -> news.needsPerson(NOW));
    }

    @Test
    void measuresADelayFromTheFirstPromiseNotFromTheLast() {
        OrderEvent second = promising(EventType.DELAYED, Duration.ofMinutes(1), TODAY.plusDays(3));

        assertThat(news(NOW, placed, delayed, second)).get().matches(news -> news.needsPerson(NOW));
    }

    @Test
    void isNoneOfADelayThatHappenedBeforeTheDelivery() {
        OrderEvent delivered = silent(EventType.DELIVERED, Duration.ofMinutes(10));

        assertThat(news(NOW, placed, delivered, delayed)).isEmpty();
    }

    @Test
    void isADelayOfAParcelThatHadNotComeAfterAll() {
        OrderEvent delivered = silent(EventType.DELIVERED, Duration.ofHours(2));

        assertThat(news(NOW, placed, delivered, delayed)).get().isInstanceOf(News.Delayed.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "RETURN_REQUESTED", "RETURN_COMPLETED", "EXCHANGE_COMPLETED"})
    void isNoneOnceNobodyWaitsForTheParcel(EventType end) {
        OrderEvent over = silent(end, Duration.ofHours(2));
        OrderEvent lost = silent(EventType.LOST, Duration.ofMinutes(5));

        assertThat(news(NOW, placed, over, delayed)).isEmpty();
        assertThat(news(NOW, placed, over, lost)).isEmpty();
        assertThat(news(NOW.plus(DAY.multipliedBy(2)), placed, over)).isEmpty();
    }

    @Test
    void isOverdueOnceTheGraceAfterTheDayThatWasPromisedHasPassed() {
        Instant graceEnds = Instant.parse("2026-11-24T23:59:59.999Z").plus(GRACE);

        assertThat(news(graceEnds.minusMillis(1), placed)).isEmpty();
        assertThat(news(graceEnds, placed))
                .get()
                .isInstanceOf(News.Overdue.class)
                .matches(news -> !news.needsPerson(graceEnds));
    }

    @Test
    void wantsAPersonOnceAnOverdueParcelReachesTheProgrammesLimit() {
        News news = news(NOW.plus(DAY.multipliedBy(2)), placed).orElseThrow();

        assertThat(news.personFrom()).contains(Instant.parse("2026-11-27T23:59:59.999Z"));
    }

    @Test
    void isOverdueWhereTheNewDateOfADelayPassesToo() {
        assertThat(news(NOW.plus(DAY.multipliedBy(3)), placed, delayed))
                .get()
                .isInstanceOfSatisfying(
                        News.Overdue.class,
                        news -> assertThat(news.promised().day()).contains(TODAY.plusDays(1)));
    }

    @Test
    void saysNothingBetweenTheNewDateOfADelayAndItsGrace() {
        assertThat(news(Instant.parse("2026-11-26T06:00:00Z"), placed, delayed)).isEmpty();
    }

    @Test
    void isNoneOfWhatLiesFarBack() {
        Instant muchLater = NOW.plus(DAY.multipliedBy(30));

        assertThat(news(muchLater, placed)).isEmpty();
        assertThat(news(muchLater, placed, delayed)).isEmpty();
        assertThat(news(muchLater, placed, silent(EventType.LOST, DAY))).isEmpty();
    }

    @Test
    void isALossAndWantsAPersonAtOnce() {
        assertThat(news(NOW, placed, silent(EventType.LOST, HOUR)))
                .contains(new News.Lost(NOW.minus(HOUR), Optional.empty()))
                .get()
                .matches(news -> news.needsPerson(NOW));
    }

    @Test
    void isAlsoForThoseWhoAreNotToBeAsked() {
        OrderEvent lost = TestEvents.event(EventType.LOST, "opted-out", HOUR, Optional.of(false));

        assertThat(news(NOW, lost)).isPresent();
    }

    @Test
    void tellsASecondLossFromTheFirst() {
        OrderEvent again = silent(EventType.LOST, Duration.ofMinutes(5));
        News.Lost second = (News.Lost) news(NOW, placed, delayed, again).orElseThrow();

        assertThat(second.promised()).isPresent();
    }

    @Test
    void isNoneOfALossOnceAnotherParcelIsOnItsWay() {
        OrderEvent lost = silent(EventType.LOST, HOUR);
        OrderEvent shipped = silent(EventType.SHIPPED, Duration.ofMinutes(5));

        assertThat(news(NOW, placed, lost, shipped)).isEmpty();
        assertThat(news(NOW.plus(DAY.multipliedBy(3)), placed, lost, shipped)).isEmpty();
    }

    @Test
    void takesTheDayThatWasPromisedForTheCustomersDay() {
        OrderEvent fromAuckland =
                TestEvents.inZone(
                        silent(EventType.SHIPPED, Duration.ofMinutes(1)), "Pacific/Auckland");

        News.Delayed news = (News.Delayed) news(NOW, fromAuckland, delayed).orElseThrow();

        assertThat(news.until().at()).isEqualTo("2026-11-25T10:59:59.999Z");
        assertThat(news.until().number()).isEqualTo((int) TODAY.plusDays(1).toEpochDay());
    }

    @Test
    void isLookedForWhenAPromisePassesAndNotBeforeTheOrderIsWritten() {
        Facts none = Facts.none(ORDER);
        Instant graceEnds = Instant.parse("2026-11-24T23:59:59.999Z").plus(GRACE);
        Instant soon = NOW.plus(PROGRAMME.news().delay());

        assertThat(News.timesToLook(none, facts(placed), PROGRAMME, NOW))
                .containsExactly(graceEnds);
        assertThat(News.timesToLook(facts(placed), facts(placed, delayed), PROGRAMME, NOW))
                .containsExactly(soon, graceEnds.plus(DAY));
        assertThat(
                        News.timesToLook(
                                none,
                                facts(placed),
                                PROGRAMME,
                                graceEnds.minus(Duration.ofSeconds(1))))
                .containsExactly(
                        graceEnds.minus(Duration.ofSeconds(1)).plus(PROGRAMME.news().delay()));
    }

    @Test
    void isNotLookedForAgainWhereNothingIsNew() {
        Facts known = facts(placed, delayed);
        OrderEvent shipped = promising(EventType.SHIPPED, DAY, TODAY);
        OrderEvent delivered = promising(EventType.DELIVERED, HOUR, TODAY);

        assertThat(News.timesToLook(known, known.with(shipped), PROGRAMME, NOW)).isEmpty();
        assertThat(News.timesToLook(Facts.none(ORDER), facts(delivered), PROGRAMME, NOW)).isEmpty();
        assertThat(News.timesToLook(facts(placed), facts(placed, delivered), PROGRAMME, NOW))
                .isEmpty();
    }

    private static Facts facts(OrderEvent... events) {
        Facts facts = Facts.none(ORDER);
        for (OrderEvent event : events) {
            facts = facts.with(event);
        }
        return facts;
    }

    private static Optional<News> news(Instant now, OrderEvent... events) {
        return News.of(facts(events), PROGRAMME, now);
    }
}

package dev.doorstep.surveys;

import static dev.doorstep.surveys.TestEvents.CONTACT;
import static dev.doorstep.surveys.TestEvents.NOW;
import static dev.doorstep.surveys.TestEvents.ORDER;
import static dev.doorstep.surveys.TestEvents.PROGRAMME;
import static dev.doorstep.surveys.TestEvents.at;
import static dev.doorstep.surveys.TestEvents.event;
import static dev.doorstep.surveys.TestEvents.promising;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.programme.Touchpoint;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SurveysTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Surveys surveys =
            new Surveys(DynamoDbLocal.client(), Tables.create("SurveysTable"));
    private final Timers timers = new Timers(DynamoDbLocal.client(), Tables.create("TimersTable"));
    private final Decisions decisions = new Decisions(PROGRAMME);

    @Test
    void knowsNothingOfAnOrderBeforeItsFirstEvent() {
        assertThat(surveys.find(ORDER)).isEmpty();
    }

    @Test
    void readsBackWhatWasWritten() {
        OrderSurveys written = receive(event(EventType.DELIVERED, HOUR));

        OrderSurveys found = surveys.find(ORDER).orElseThrow();

        assertThat(found.facts()).isEqualTo(written.facts());
        assertThat(found.decisions()).isEqualTo(written.decisions());
        assertThat(found.version()).isEqualTo(1);
        assertThat(found.survey(Touchpoint.DELIVERY).orElseThrow().isPlanned()).isTrue();
    }

    @Test
    void keepsThePromiseOfEachDelay() {
        LocalDate day = LocalDate.parse("2026-11-26");
        receive(promising(EventType.DELAYED, HOUR.multipliedBy(2), day));
        OrderSurveys written = receive(promising(EventType.DELAYED, HOUR, day.plusDays(2)));

        Facts found = surveys.find(ORDER).orElseThrow().facts();

        assertThat(found.delays())
                .extracting(delay -> delay.data().promisedOn().orElseThrow())
                .containsExactly(day, day.plusDays(2));
        assertThat(OrderStory.of(found, PROGRAMME))
                .isEqualTo(OrderStory.of(written.facts(), PROGRAMME));
    }

    @Test
    void keepsEachStateAndDecisionOfASurvey() {
        receive(event(EventType.DELIVERED, HOUR));
        List<Survey.State> states =
                List.of(
                        new Survey.State.Sending(NOW),
                        new Survey.State.Sent(NOW, "ses-1"),
                        new Survey.State.Bounced(NOW.minusSeconds(4), NOW),
                        new Survey.State.Skipped(NOW, Reason.CAPPED),
                        new Survey.State.Expired(NOW),
                        new Survey.State.Planned());

        for (Survey.State state : states) {
            Survey next = survey().in(state).decided(NOW, new Decision.Send(Touchpoint.DELIVERY));
            OrderSurveys order = surveys.find(ORDER).orElseThrow();
            assertThat(surveys.write(order, order.with(next), timers)).isPresent();

            assertThat(survey().state()).isEqualTo(state);
            assertThat(survey().decided()).isEqualTo(next.decided());
        }
    }

    @Test
    void sendsNothingMoreToWhoIsErased() {
        receive(event(EventType.DELIVERED, HOUR));
        for (Survey.State state :
                List.of(new Survey.State.Sending(NOW), new Survey.State.Planned())) {
            OrderSurveys order = surveys.find(ORDER).orElseThrow();
            surveys.write(order, order.with(survey().in(state)), timers);

            OrderSurveys next = surveys.find(ORDER).orElseThrow().erased(_ -> true, NOW);

            assertThat(next.survey(Touchpoint.DELIVERY).map(Survey::state))
                    .contains(new Survey.State.Skipped(NOW, Reason.ERASED));
        }

        surveys.erase(ORDER, _ -> true, NOW);

        OrderSurveys erased = surveys.find(ORDER).orElseThrow();
        assertThat(erased.survey(Touchpoint.DELIVERY).map(Survey::state))
                .contains(new Survey.State.Skipped(NOW, Reason.ERASED));
        assertThat(erased.order(PROGRAMME).customer().address()).isEmpty();
        assertThat(erased.order(PROGRAMME).customer().name()).isEmpty();
        assertThat(erased.decisions()).hasSize(1);
        assertThat(erased.about(_ -> true)).isEmpty();
    }

    @Test
    void writesNothingWhereThereIsNobodyToErase() {
        receive(event(EventType.DELIVERED, HOUR));

        surveys.erase(ORDER, _ -> false, NOW);

        assertThat(surveys.find(ORDER).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void takesEverybodyOutOfAnOrderThatHasEnded() {
        receive(event(EventType.DELIVERED, HOUR));
        Instant due = survey().dueAt();

        surveys.eraseEndedBefore(ORDER, due, NOW);
        assertThat(surveys.find(ORDER).orElseThrow().namesSomebody()).isTrue();
        assertThat(survey().isPlanned()).isTrue();

        surveys.eraseEndedBefore(ORDER, due.plusMillis(1), NOW);
        assertThat(surveys.find(ORDER).orElseThrow().namesSomebody()).isFalse();
    }

    @Test
    void hasNotEndedWhileItsParcelIsStillToCome() {
        LocalDate far = LocalDate.ofInstant(NOW, ZoneOffset.UTC).plusDays(200);
        OrderSurveys waiting = receive(promising(EventType.PLACED, HOUR, far));
        Instant monthsLater = NOW.plus(Duration.ofDays(100));

        assertThat(waiting.endedBefore(monthsLater)).isFalse();
        assertThat(waiting.endedBefore(NOW.plus(Duration.ofDays(201)))).isTrue();

        OrderSurveys arrived = receive(event(EventType.DELIVERED, Duration.ZERO));

        assertThat(arrived.endedBefore(monthsLater)).isTrue();
    }

    @Test
    void namesNobodyByAnEventThatHappenedBeforeTheErasureAndComesAfterIt() {
        receive(event(EventType.SHIPPED, HOUR));
        surveys.erase(ORDER, _ -> true, NOW);

        OrderSurveys late = receive(event(EventType.DELIVERED, Duration.ofMinutes(1)));

        assertThat(late.namesSomebody()).isFalse();
        assertThat(surveys.find(ORDER).orElseThrow().namesSomebody()).isFalse();

        OrderSurveys later = receive(event(EventType.DELIVERED, Duration.ofSeconds(-1)));

        assertThat(later.namesSomebody()).as("what happens later is new").isTrue();
    }

    @Test
    void showsACustomerNobodyElseThatTheirOrderNamed() {
        receive(event(EventType.SHIPPED, HOUR));
        OrderSurveys order =
                receive(at("bob@customer.example", event(EventType.DELIVERED, Duration.ZERO)));

        OrderSurveys ofBob = order.about("bob@customer.example"::equals).orElseThrow();

        assertThat(ofBob.facts().find(EventType.SHIPPED).orElseThrow().data().address()).isEmpty();
        assertThat(ofBob.isOf("bob@customer.example"::equals)).isTrue();
        assertThat(ofBob.surveys()).isEqualTo(order.surveys());
    }

    @Test
    void hasNotEndedWhileAnythingOfItIsYoung() {
        OrderSurveys order = receive(event(EventType.DELIVERED, HOUR));
        Survey survey = order.survey(Touchpoint.DELIVERY).orElseThrow();
        Instant young = survey.dueAt().plus(Duration.ofDays(1));
        Decision decision = new Decision.Skip(Reason.CAPPED);

        assertThat(order.endedBefore(young)).isTrue();
        assertThat(
                        List.of(
                                survey.dueAt(young),
                                survey.decided(young, decision),
                                survey.in(new Survey.State.Sending(young)),
                                survey.in(new Survey.State.Sent(young, "ses-1")),
                                survey.in(new Survey.State.Skipped(young, Reason.CAPPED)),
                                survey.in(new Survey.State.Expired(young))))
                .noneMatch(changed -> order.with(changed).endedBefore(young));
    }

    @Test
    void setsATimerForEachTimeThatASurveyIsPlannedFor() {
        receive(event(EventType.DELIVERED, HOUR));
        OrderSurveys order = surveys.find(ORDER).orElseThrow();
        Instant later = NOW.plus(Duration.ofDays(7));

        surveys.write(order, order.with(survey().dueAt(later)), timers);

        assertThat(allTimers())
                .containsExactlyInAnyOrder(
                        new Timer(
                                TimerKind.SURVEY,
                                "A-1001~delivery",
                                NOW.minus(HOUR).plus(Duration.ofDays(1))),
                        new Timer(TimerKind.SURVEY, "A-1001~delivery", later));
    }

    @Test
    void setsNoTimerForWhatIsNotPlannedAnew() {
        receive(event(EventType.DELIVERED, HOUR));
        List<Timer> planned = allTimers();

        receive(event(EventType.LOST, Duration.ZERO));

        assertThat(allTimers()).isEqualTo(planned).hasSize(1);
    }

    @Test
    void keepsTheDecisionButNotTheDataOfAnEventThatALaterOneReplaced() {
        receive(event(EventType.DELIVERED, HOUR));
        OrderSurveys after = receive(event(EventType.DELIVERED, Duration.ZERO));

        OrderSurveys found = surveys.find(ORDER).orElseThrow();

        assertThat(found.facts()).isEqualTo(after.facts());
        assertThat(found.decisions()).isEqualTo(after.decisions()).hasSize(2);
    }

    @Test
    void letsOnlyOneOfTwoWritersWin() {
        OrderSurveys before = OrderSurveys.unknown(ORDER);
        OrderSurveys one = after(before, event(EventType.DELIVERED, HOUR));
        OrderSurveys other = after(before, event(EventType.LOST, HOUR));

        Optional<OrderSurveys> first = surveys.write(before, one, timers);
        Optional<OrderSurveys> second = surveys.write(before, other, timers);

        assertThat(first).isPresent();
        assertThat(second).isEmpty();
        assertThat(surveys.find(ORDER).orElseThrow().decisions()).isEqualTo(one.decisions());
    }

    @Test
    void goesOnFromWhatItWrote() {
        OrderSurveys unknown = OrderSurveys.unknown(ORDER);
        OrderSurveys planned = after(unknown, event(EventType.DELIVERED, HOUR));
        OrderSurveys written = surveys.write(unknown, planned, timers).orElseThrow();
        Survey sending =
                written.survey(Touchpoint.DELIVERY).orElseThrow().in(new Survey.State.Sending(NOW));

        Optional<OrderSurveys> next = surveys.write(written, written.with(sending), timers);

        assertThat(next).isPresent();
        assertThat(surveys.find(ORDER)).isEqualTo(next);
    }

    @Test
    void notesOnceThatAMailCameBackAndKeepsWhenItWasSent() {
        receive(event(EventType.DELIVERED, HOUR));
        put(new Survey.State.Sent(NOW, "ses-1"));

        surveys.bounced(survey().id(), NOW.plusSeconds(1), NOW.plusSeconds(4));
        surveys.bounced(survey().id(), NOW.plusSeconds(1), NOW.plusSeconds(4));

        OrderSurveys order = surveys.find(ORDER).orElseThrow();
        assertThat(order.version()).isEqualTo(3);
        assertThat(survey().state()).isEqualTo(new Survey.State.Bounced(NOW, NOW.plusSeconds(4)));
        assertThat(survey().isAsked()).isTrue();
        assertThat(order.erased(_ -> true, NOW).survey(Touchpoint.DELIVERY)).contains(survey());
    }

    @Test
    void notesThatAMailCameBackBeforeItsSenderNotedThatItWent() {
        receive(event(EventType.DELIVERED, HOUR));
        put(new Survey.State.Sending(NOW));

        surveys.bounced(survey().id(), NOW.plusSeconds(1), NOW.plusSeconds(4));

        assertThat(survey().state())
                .isEqualTo(new Survey.State.Bounced(NOW.plusSeconds(1), NOW.plusSeconds(4)));
        assertThat(survey().sentAt()).contains(NOW.plusSeconds(1));
    }

    @Test
    void takesNoMailForOneThatCameBackWhichDidNotGoOut() {
        surveys.bounced(new SurveyId(ORDER, Touchpoint.DELIVERY), NOW, NOW);
        assertThat(surveys.find(ORDER)).isEmpty();
        receive(event(EventType.DELIVERED, HOUR));

        surveys.bounced(survey().id(), NOW, NOW);
        surveys.bounced(new SurveyId(ORDER, Touchpoint.RETURN), NOW, NOW);

        assertThat(surveys.find(ORDER).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void readsTheWholeTable() {
        receive(event(EventType.DELIVERED, HOUR));

        List<OrderSurveys> all = new ArrayList<>();
        surveys.readAll(all::addAll);

        assertThat(all).containsExactly(surveys.find(ORDER).orElseThrow());
    }

    private void put(Survey.State state) {
        OrderSurveys order = surveys.find(ORDER).orElseThrow();
        assertThat(surveys.write(order, order.with(survey().in(state)), timers)).isPresent();
    }

    private Survey survey() {
        return surveys.find(ORDER).orElseThrow().survey(Touchpoint.DELIVERY).orElseThrow();
    }

    private OrderSurveys receive(OrderEvent event) {
        OrderSurveys before = surveys.find(ORDER).orElse(OrderSurveys.unknown(ORDER));
        OrderSurveys after = after(before, event);
        assertThat(surveys.write(before, after, timers)).isPresent();
        return after;
    }

    private OrderSurveys after(OrderSurveys before, OrderEvent event) {
        return decisions.onEvent(event, before, CONTACT, NOW).order();
    }

    private List<Timer> allTimers() {
        List<Timer> all = new ArrayList<>();
        for (int shard = 0; shard < Timers.SHARDS; shard++) {
            all.addAll(timers.due(shard, NOW.plus(Duration.ofDays(365)), 100));
        }
        return all;
    }
}

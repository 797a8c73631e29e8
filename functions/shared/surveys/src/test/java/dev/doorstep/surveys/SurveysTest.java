package dev.doorstep.surveys;

import static dev.doorstep.surveys.TestEvents.CONTACT;
import static dev.doorstep.surveys.TestEvents.NOW;
import static dev.doorstep.surveys.TestEvents.ORDER;
import static dev.doorstep.surveys.TestEvents.PROGRAMME;
import static dev.doorstep.surveys.TestEvents.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.programme.Touchpoint;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
    void keepsEachStateAndDecisionOfASurvey() {
        receive(event(EventType.DELIVERED, HOUR));
        List<Survey.State> states =
                List.of(
                        new Survey.State.Sending(NOW),
                        new Survey.State.Sent(NOW, "ses-1"),
                        new Survey.State.Answered(NOW),
                        new Survey.State.Skipped(NOW, Reason.CAPPED),
                        new Survey.State.Expired(NOW),
                        new Survey.State.Planned());

        for (Survey.State state : states) {
            Survey next = survey().in(state).decided(NOW, new Decision.Send(Touchpoint.DELIVERY));
            assertThat(surveys.transact(List.of(surveys.put(next)))).isTrue();

            assertThat(survey().state()).isEqualTo(state);
            assertThat(survey().decided()).isEqualTo(next.decided());
        }
    }

    @Test
    void setsTheTimerOfAPlannedSurveyAndClearsItWhenTheOrderIsCancelled() {
        receive(event(EventType.DELIVERED, HOUR));
        List<Timer> planned = allTimers();

        receive(event(EventType.CANCELLED, Duration.ZERO));

        assertThat(planned)
                .containsExactly(
                        new Timer(
                                TimerKind.SURVEY,
                                "A-1001~delivery",
                                NOW.minus(HOUR).plus(Duration.ofDays(1))));
        assertThat(allTimers()).isEmpty();
    }

    @Test
    void letsOnlyOneOfTwoWritersWin() {
        OrderSurveys before = OrderSurveys.unknown(ORDER);
        OrderSurveys one = after(before, event(EventType.DELIVERED, HOUR));
        OrderSurveys other = after(before, event(EventType.LOST, HOUR));

        boolean first = surveys.write(before, one, timers);
        boolean second = surveys.write(before, other, timers);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(surveys.find(ORDER).orElseThrow().decisions()).isEqualTo(one.decisions());
    }

    @Test
    void decidesAnEventOnce() {
        OrderSurveys written = receive(event(EventType.DELIVERED, HOUR));
        OrderSurveys found = surveys.find(ORDER).orElseThrow();

        boolean again =
                surveys.write(found, after(found, event(EventType.DELIVERED, HOUR)), timers);

        assertThat(again).isFalse();
        assertThat(surveys.find(ORDER).orElseThrow().decisions()).isEqualTo(written.decisions());
    }

    @Test
    void notesAnAnswerHoweverFarTheSurveyHasCome() {
        receive(event(EventType.DELIVERED, HOUR));
        Survey loaded = survey();

        boolean answered = surveys.transact(List.of(surveys.answered(loaded.id(), NOW)));
        boolean stale =
                surveys.transact(
                        List.of(surveys.put(loaded.in(new Survey.State.Sent(NOW, "ses-1")))));

        assertThat(answered).isTrue();
        assertThat(stale).isFalse();
        assertThat(survey().state()).isEqualTo(new Survey.State.Answered(NOW));
    }

    @Test
    void notesNoAnswerToASurveyThatIsNot() {
        SurveyId unknown = new SurveyId(ORDER, Touchpoint.RETURN);

        assertThat(surveys.transact(List.of(surveys.answered(unknown, NOW)))).isFalse();
    }

    private Survey survey() {
        return surveys.find(ORDER).orElseThrow().survey(Touchpoint.DELIVERY).orElseThrow();
    }

    private OrderSurveys receive(OrderEvent event) {
        OrderSurveys before = surveys.find(ORDER).orElse(OrderSurveys.unknown(ORDER));
        OrderSurveys after = after(before, event);
        assertThat(surveys.write(before, after, timers)).isTrue();
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

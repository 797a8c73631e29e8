package dev.doorstep.insights;

import static dev.doorstep.insights.Samples.NOW;
import static dev.doorstep.insights.Samples.PROGRAMME;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.programme.Touchpoint;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.Tally;
import dev.doorstep.surveys.Decision;
import dev.doorstep.surveys.DecisionRow;
import dev.doorstep.surveys.EventType;
import dev.doorstep.surveys.Facts;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Reason;
import dev.doorstep.surveys.Survey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class SurveyTallyTest {
    private static final OrderSurveys ORDER = Samples.order("A-1001", "DHL", "DE");
    private static final Instant NIGHT = Instant.parse("2026-11-27T23:30:00Z");

    private final SurveyTally tally = new SurveyTally(PROGRAMME.zone());

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(new Survey.State.Sent(NIGHT, "ses-1"), "sent"),
                Arguments.of(new Survey.State.Bounced(NIGHT, NIGHT.plusSeconds(9)), "bounced"),
                Arguments.of(new Survey.State.Expired(NIGHT), "expired"),
                Arguments.of(new Survey.State.Skipped(NIGHT, Reason.CAPPED), "skipped~capped"),
                Arguments.of(new Survey.State.Skipped(NIGHT, Reason.TOO_LATE), "skipped~too-late"),
                Arguments.of(new Survey.State.Skipped(NIGHT, Reason.ANSWERED), "skipped~answered"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void countsWhatBecameOfASurveyOnTheShopsDayOfThat(Survey.State state, String counter) {
        Counted counted = of(Samples.in(ORDER, Touchpoint.DELIVERY, state), Touchpoint.DELIVERY);

        assertThat(counted.about()).isEqualTo("surveys~delivery");
        assertThat(counted.id()).isEqualTo("A-1001~delivery");
        assertThat(counted.day()).isEqualTo("2026-11-24");
        assertThat(counted.tally().about()).isEqualTo("surveys~delivery");
        assertThat(counted.tally().day()).isEqualTo("2026-11-28");
        assertThat(counted.tally().counter()).isEqualTo(counter);
        assertThat(counted.tally().values()).hasToString("{all=[all]}");
    }

    @Test
    void countsNothingOfWhichNothingHasBecomeYet() {
        for (Survey.State state :
                List.of(new Survey.State.Planned(), new Survey.State.Sending(NOW))) {
            OrderSurveys order = Samples.in(ORDER, Touchpoint.DELIVERY, state);

            assertThat(tally.of(order)).allMatch(counted -> counted.tally().isNothing());
        }
        assertThat(tally.of(OrderSurveys.unknown(new OrderId("A-1001")))).isEmpty();
    }

    @Test
    void countsEachTouchpointOfAnOrderForItself() {
        OrderSurveys order =
                Samples.in(
                        Samples.in(
                                ORDER,
                                Touchpoint.DELIVERY,
                                new Survey.State.Skipped(NOW, Reason.SWITCHED)),
                        Touchpoint.FOLLOW_UP,
                        new Survey.State.Sent(NOW, "ses-1"));

        assertThat(of(order, Touchpoint.DELIVERY).tally().counter()).isEqualTo("skipped~switched");
        assertThat(of(order, Touchpoint.FOLLOW_UP).tally().counter()).isEqualTo("sent");
        assertThat(of(order, Touchpoint.RETURN).tally().isNothing()).isTrue();
    }

    @Test
    void countsWhatIsNeverAskedByTheLastDecisionAboutIt() {
        OrderSurveys order =
                decided(
                        row(EventType.SHIPPED, new Decision.Skip(Reason.NOT_DELIVERED)),
                        row(EventType.DELIVERED, new Decision.Skip(Reason.OPTED_OUT)),
                        row(EventType.DELIVERED, new Decision.Skip(Reason.NOT_ASKED)),
                        row(EventType.CANCELLED, new Decision.Cancel(Reason.CANCELLED)),
                        row(EventType.LOST, new Decision.Cancel(Reason.LOST)),
                        row(
                                EventType.RETURN_COMPLETED,
                                new Decision.Plan(Touchpoint.RETURN, NOW, Reason.DELIVERED)));

        Tally delivery = of(order, Touchpoint.DELIVERY).tally();
        assertThat(delivery.counter()).isEqualTo("skipped~not-asked");
        assertThat(delivery.day()).isEqualTo(LocalDate.parse("2026-11-26"));
        assertThat(of(order, Touchpoint.CANCELLATION).tally().counter())
                .isEqualTo("skipped~cancelled");
        assertThat(of(order, Touchpoint.RETURN).tally().isNothing()).isTrue();
    }

    @Test
    void filesAllVersionsOfAnOrderUnderTheDayOfItsFirstDecision() {
        OrderSurveys order =
                decided(
                        row(EventType.SHIPPED, new Decision.Skip(Reason.NOT_DELIVERED)),
                        row(EventType.DELIVERED, new Decision.Skip(Reason.NOT_ASKED)));

        assertThat(tally.of(order))
                .hasSize(Touchpoint.values().length)
                .allMatch(counted -> counted.day().equals(LocalDate.parse("2026-11-24")));
    }

    private Counted of(OrderSurveys order, Touchpoint touchpoint) {
        return tally.of(order).stream()
                .filter(counted -> counted.about().equals(SurveyTally.about(touchpoint)))
                .findFirst()
                .orElseThrow();
    }

    /** One decision a day. */
    private static OrderSurveys decided(DecisionRow... rows) {
        List<DecisionRow> days =
                IntStream.range(0, rows.length)
                        .mapToObj(i -> at(rows[i], NOW.plus(Duration.ofDays(i))))
                        .toList();
        return new OrderSurveys(Facts.none(new OrderId("A-1001")), Map.of(), days, 7);
    }

    private static DecisionRow at(DecisionRow row, Instant decidedAt) {
        return new DecisionRow(
                row.source(),
                row.eventId(),
                row.eventType(),
                row.eventTime(),
                row.eventKey(),
                decidedAt,
                row.decision());
    }

    private static DecisionRow row(EventType type, Decision decision) {
        return new DecisionRow("/shop", type.id(), type, NOW, type.id(), NOW, decision);
    }
}

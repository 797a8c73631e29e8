package dev.doorstep.surveys;

import static dev.doorstep.programme.Touchpoint.FOLLOW_UP;
import static dev.doorstep.surveys.TestEvents.CONTACT;
import static dev.doorstep.surveys.TestEvents.NOW;
import static dev.doorstep.surveys.TestEvents.ORDER;
import static dev.doorstep.surveys.TestEvents.PROGRAMME;
import static dev.doorstep.surveys.TestEvents.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.contacts.Contact;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class FollowUpDecisionsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DELAY = Duration.ofDays(2);
    private static final SurveyId DELIVERY = new SurveyId(ORDER, Touchpoint.DELIVERY);
    private static final SurveyId RETURN = new SurveyId(ORDER, Touchpoint.RETURN);

    private final FollowUpDecisions decisions = new FollowUpDecisions(PROGRAMME);
    private final Decisions ofEvents = new Decisions(PROGRAMME);

    @Test
    void asksTwoDaysAfterTheEndWhetherItWasPutRight() {
        Decisions.Outcome outcome = resolved(asked(), end(HOUR));

        Instant dueAt = NOW.minus(HOUR).plus(DELAY);
        assertThat(outcome.decision())
                .isEqualTo(new Decision.Plan(FOLLOW_UP, dueAt, Reason.RESOLVED));
        Survey survey = survey(outcome.order());
        assertThat(survey.isPlanned()).isTrue();
        assertThat(survey.metric()).isEqualTo(Metric.CSAT);
        assertThat(survey.dueAt()).isEqualTo(dueAt);
        assertThat(survey.followUp()).contains(DELIVERY);
    }

    @Test
    void changesNothingWhenAnEndIsToldAgain() {
        OrderSurveys planned = resolved(asked(), end(HOUR)).order();

        Decisions.Outcome again = resolved(planned, end(HOUR));

        assertThat(again.order()).isEqualTo(planned);
        assertThat(again.decision()).isEqualTo(new Decision.Skip(Reason.OUTDATED));
    }

    @Test
    void waitsLongerWhenTheCaseWasResolvedOnceMore() {
        OrderSurveys planned = resolved(asked(), end(Duration.ofDays(1))).order();

        assertThat(resolved(planned, end(HOUR)).decision())
                .isEqualTo(
                        new Decision.Postpone(
                                FOLLOW_UP, NOW.minus(HOUR).plus(DELAY), Reason.RESOLVED));
    }

    @Test
    void plansAgainWhatWasSkippedWhileTheCaseWasOpen() {
        OrderSurveys planned = resolved(asked(), end(Duration.ofDays(3))).order();
        OrderSurveys skipped =
                planned.with(survey(planned).in(new Survey.State.Skipped(NOW, Reason.REOPENED)));

        assertThat(resolved(skipped, end(Duration.ofDays(3))).order()).isEqualTo(skipped);
        assertThat(survey(resolved(skipped, end(HOUR)).order()).isPlanned()).isTrue();
    }

    @Test
    void asksOnceForAnOrder() {
        OrderSurveys planned = resolved(asked(), end(Duration.ofDays(3))).order();
        OrderSurveys sent = planned.with(survey(planned).in(new Survey.State.Sent(NOW, "ses-2")));

        Decisions.Outcome again = resolved(sent, end(HOUR));

        assertThat(again.order()).isEqualTo(sent);
        assertThat(again.decision()).isEqualTo(new Decision.Skip(Reason.ALREADY_ASKED));
    }

    @Test
    void asksNobodyForWhomNothingWasPutRight() {
        Decisions.Outcome outcome =
                resolved(asked(), new FollowUpEnd(DELIVERY, NOW.minus(HOUR), false));

        assertThat(outcome.order()).isEqualTo(asked());
        assertThat(outcome.decision()).isEqualTo(new Decision.Skip(Reason.NOTHING_PUT_RIGHT));
    }

    @Test
    void asksThoughTheCustomerWasJustAskedAboutTheDelivery() {
        Optional<Contact> contact = Optional.of(TestEvents.asked(Duration.ofDays(1)));

        assertThat(decisions.onResolved(asked(), end(HOUR), contact, NOW).decision())
                .isInstanceOf(Decision.Plan.class);
    }

    @Test
    void asksNoContactTwiceInTheCapOfTheTouchpoint() {
        Contact known = CONTACT.orElseThrow();
        Contact contact =
                new Contact(
                        known.id(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(FOLLOW_UP, NOW.minus(Duration.ofDays(50))));

        Decisions.Outcome outcome =
                decisions.onResolved(asked(), end(HOUR), Optional.of(contact), NOW);

        assertThat(outcome.decision()).isEqualTo(new Decision.Skip(Reason.CAPPED));
        assertThat(survey(outcome.order()).state())
                .isEqualTo(new Survey.State.Skipped(NOW, Reason.CAPPED));
    }

    @Test
    void asksNobodyWhoIsSuppressed() {
        assertThat(
                        decisions
                                .onResolved(
                                        asked(),
                                        end(HOUR),
                                        Optional.of(TestEvents.suppressed()),
                                        NOW)
                                .decision())
                .isEqualTo(new Decision.Skip(Reason.SUPPRESSED));
    }

    @Test
    void asksNobodyLongAfterwards() {
        assertThat(resolved(asked(), end(Duration.ofDays(15))).decision())
                .isEqualTo(new Decision.Skip(Reason.TOO_LATE));
    }

    @Test
    void sendsWhatIsDueByDay() {
        FollowUpEnd end = end(Duration.ofDays(3));
        OrderSurveys order = resolved(asked(), end).order();

        assertThat(whenDue(order, Optional.of(end), NOW)).isEqualTo(new Decision.Send(FOLLOW_UP));
        assertThat(whenDue(order, Optional.of(end), Instant.parse("2026-11-24T22:00:00Z")))
                .isEqualTo(
                        new Decision.Postpone(
                                FOLLOW_UP,
                                Instant.parse("2026-11-25T09:00:00Z"),
                                Reason.QUIET_HOURS));
    }

    @Test
    void looksWhetherTheCaseIsStillResolvedWhenItComesDue() {
        OrderSurveys order = resolved(asked(), end(Duration.ofDays(3))).order();

        assertThat(whenDue(order, Optional.empty(), NOW))
                .isEqualTo(new Decision.Skip(Reason.REOPENED));
        assertThat(
                        whenDue(
                                order,
                                Optional.of(new FollowUpEnd(DELIVERY, NOW.minus(DELAY), false)),
                                NOW))
                .isEqualTo(new Decision.Skip(Reason.NOTHING_PUT_RIGHT));
        assertThat(whenDue(order, Optional.of(end(HOUR)), NOW))
                .isEqualTo(
                        new Decision.Postpone(
                                FOLLOW_UP, NOW.minus(HOUR).plus(DELAY), Reason.RESOLVED));
    }

    @Test
    void isLeftAloneByWhatElseHappensToTheOrder() {
        OrderSurveys planned = resolved(asked(), end(HOUR)).order();

        Decisions.Outcome outcome =
                ofEvents.onEvent(
                        event(EventType.RETURN_COMPLETED, Duration.ZERO), planned, CONTACT, NOW);

        assertThat(survey(outcome.order())).isEqualTo(survey(planned));
        assertThat(outcome.decision()).isInstanceOf(Decision.Plan.class);
    }

    @Property
    void endsTheSameInAnyOrderAndRepetition(
            @ForAll("ends") List<FollowUpEnd> ends, @ForAll Random random) {
        List<FollowUpEnd> shuffled = new ArrayList<>(ends);
        shuffled.addAll(ends.subList(0, random.nextInt(ends.size() + 1)));
        Collections.shuffle(shuffled, random);

        assertThat(after(shuffled).surveys()).isEqualTo(after(ends).surveys());
    }

    @Provide
    Arbitrary<List<FollowUpEnd>> ends() {
        return Combinators.combine(
                        Arbitraries.of(DELIVERY, RETURN),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of(true, false))
                .as((id, days, helped) -> new FollowUpEnd(id, at(id, days), helped))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .uniqueElements(FollowUpEnd::at);
    }

    /** Two cases are not resolved in the same millisecond. */
    private static Instant at(SurveyId id, int days) {
        return NOW.minus(Duration.ofDays(days)).plusMillis(id.equals(RETURN) ? 1 : 0);
    }

    private OrderSurveys after(List<FollowUpEnd> ends) {
        OrderSurveys order = asked();
        for (FollowUpEnd end : ends) {
            order = resolved(order, end).order();
        }
        return order;
    }

    /** An order whose customer was asked about the delivery. */
    private OrderSurveys asked() {
        OrderSurveys order =
                ofEvents.onEvent(
                                event(EventType.DELIVERED, Duration.ofDays(3)),
                                OrderSurveys.unknown(ORDER),
                                CONTACT,
                                NOW)
                        .order();
        Survey delivery = order.survey(Touchpoint.DELIVERY).orElseThrow();
        return order.with(delivery.in(new Survey.State.Sent(NOW, "ses-1")));
    }

    private Decisions.Outcome resolved(OrderSurveys order, FollowUpEnd end) {
        return decisions.onResolved(order, end, CONTACT, NOW);
    }

    private Decision whenDue(OrderSurveys order, Optional<FollowUpEnd> end, Instant now) {
        return decisions.whenDue(order, survey(order), end, CONTACT, now);
    }

    private static FollowUpEnd end(Duration ago) {
        return new FollowUpEnd(DELIVERY, NOW.minus(ago), true);
    }

    private static Survey survey(OrderSurveys order) {
        return order.survey(FOLLOW_UP).orElseThrow();
    }
}

package dev.doorstep.customerdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUpState;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.testing.Faults;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import software.amazon.awssdk.core.exception.SdkException;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

class RetentionTest {
    private static final Person ADA = Person.ADA;
    private static final Person BOB = Person.BOB;

    /** The survey about what was delivered on 24 November 2026 is due on the 25th. */
    private static final Instant LAST_MOMENT = Instant.parse("2028-11-24T22:59:59Z");

    /** In Berlin, where the programme is at home, it is the 25th now. */
    private static final Instant OUTDATED = Instant.parse("2028-11-24T23:00:00Z");

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(730);

    private final DataHouse house = new DataHouse(3, 2);

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void erasesWhoCustomersAreAndWhatTheyWroteWhenItWasKeptForLongEnough() {
        fillAndResolve(ADA);
        assertThat(house.mentions(ADA)).isNotEmpty();

        runAt(OUTDATED);

        assertThat(house.mentions(ADA)).isEmpty();
        assertThat(house.s3.objects()).isEmpty();
    }

    @Test
    void keepsUntilTheLastDayIsOverInTheZoneOfTheProgramme() {
        fillAndResolve(ADA);
        List<String> before = house.items();

        house.clock.set(LAST_MOMENT);
        house.wake();
        house.work(() -> true);

        assertThat(house.items()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(house.lastRun().string("through")).isEqualTo("2026-11-24");
        assertThat(DataHouse.countsOf(house.lastRun()).values())
                .as("what was put into the bucket happened a day before the rest")
                .containsOnly(0, 4);
    }

    @Test
    void keepsWhatIsYounger() {
        fillAndResolve(ADA);
        List<String> ofAda = house.items();
        house.clock.set(DataHouse.NOW.plus(DAY.multipliedBy(2)));
        fillAndResolve(BOB);
        List<String> ofBob = house.items().stream().filter(i -> !ofAda.contains(i)).toList();

        runAt(OUTDATED, false);

        assertThat(house.items()).containsAll(ofBob);
        assertThat(house.s3.objects()).hasSize(8);
        house.expireLinks();
        assertThat(house.mentions(ADA)).isEmpty();
    }

    @Test
    void provesWhatWentWithoutTheData() {
        fillAndResolve(ADA);

        runAt(OUTDATED);

        JsonObject proof = house.lastRun();
        assertThat(proof.string("kind")).isEqualTo("retention");
        assertThat(proof.string("state")).isEqualTo("done");
        assertThat(proof.string("askedBy")).isEqualTo("schedule");
        assertThat(proof.string("askedAt")).isEqualTo(OUTDATED.toString());
        assertThat(proof.string("doneAt")).isEqualTo(OUTDATED.toString());
        assertThat(proof.string("through")).isEqualTo("2026-11-25");
        assertThat(proof.string("before")).isEqualTo("2026-11-25T23:00:00Z");
        assertThat(DataHouse.countsOf(proof))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "surveys", 3,
                                "replies", 3,
                                "follow-ups", 2,
                                "inbound-mails", 4,
                                "photographs", 4));
    }

    @Test
    void keepsScoresDecisionsAndTheSuppression() {
        fillAndResolve(ADA);
        OrderSurveys order = order(ADA.unhappy());
        List<String> others =
                house.items().stream()
                        .filter(i -> i.matches("(CONTACTS|MAILS|TIMERS)_TABLE .*"))
                        .toList();

        runAt(OUTDATED);

        Reply reply = house.replies.find(DataHouse.id(ADA.unhappy())).orElseThrow();
        assertThat(reply.answer()).isEqualTo(new Answer.Score(2));
        assertThat(reply.reasons()).containsExactly("late");
        assertThat(reply.version()).as("counted as it was").isEqualTo(1);
        assertThat(order(ADA.unhappy()).decisions()).isEqualTo(order.decisions());
        assertThat(order(ADA.unhappy()).surveys()).isEqualTo(order.surveys());
        assertThat(house.contacts.load(house.contact(ADA), Consistency.STRONG).suppression())
                .contains(SuppressionReason.UNSUBSCRIBED);
        assertThat(house.items()).containsAll(others);
    }

    @Test
    void keepsAllThatAnOpenCaseNeedsUntilSupportIsDoneWithIt() {
        house.fill(ADA);
        FollowUp open = followUp(ADA.unhappy());
        Reply reply = house.replies.find(open.id()).orElseThrow();
        OrderSurveys order = order(ADA.unhappy());

        runAt(OUTDATED);

        assertThat(followUp(ADA.unhappy())).isEqualTo(open);
        assertThat(house.replies.find(open.id())).contains(reply);
        assertThat(order(ADA.unhappy())).isEqualTo(order);
        assertThat(house.s3.objects()).hasSize(2);
        assertThat(order(ADA.resolved()).namesSomebody()).isFalse();

        house.resolve(ADA.unhappy());
        runAt(OUTDATED.plus(DAY));
        assertThat(followUp(ADA.unhappy()).reply().comment()).isPresent();

        runAt(OUTDATED.plus(KEPT).plus(DAY));
        assertThat(house.mentions(ADA)).isEmpty();
        assertThat(followUp(ADA.unhappy()).state()).isEqualTo(FollowUpState.RESOLVED);
    }

    @Test
    void findsARepliesCommentWhoseOrderIsNotKept() {
        SurveyId survey = new SurveyId(new OrderId("delighted:1"), Touchpoint.DELIVERY);
        house.takeOver(ADA, survey);

        runAt(OUTDATED);

        assertThat(house.mentions(ADA)).isEmpty();
        assertThat(house.replies.find(survey).orElseThrow().answer())
                .isEqualTo(new Answer.Score(3));
        assertThat(DataHouse.countsOf(house.lastRun()))
                .containsEntry("replies", 1)
                .containsEntry("surveys", 0);
    }

    @Test
    void findsWhatWasSaidAfterTheOrderWasCleared() {
        house.deliver(ADA, ADA.planned());
        runAt(OUTDATED);
        assertThat(DataHouse.countsOf(house.lastRun())).containsEntry("surveys", 1);

        house.takeOver(ADA, DataHouse.id(ADA.planned()));
        runAt(OUTDATED.plus(DAY));
        assertThat(house.mentions(ADA)).isNotEmpty();

        runAt(OUTDATED.plus(KEPT).plus(DAY));
        assertThat(house.mentions(ADA)).isEmpty();
        assertThat(DataHouse.countsOf(house.lastRun()))
                .containsEntry("replies", 1)
                .containsEntry("surveys", 0);
    }

    @Test
    void runsOnceADayHoweverOftenItIsWoken() {
        fillAndResolve(ADA);
        runAt(OUTDATED);
        List<String> after = house.everything();

        runAt(OUTDATED);
        runAt(OUTDATED.plus(Duration.ofHours(23)));

        assertThat(house.everything()).isEqualTo(after);
    }

    @Test
    void goesOnWithWhatIsNotDoneInsteadOfRunningTwice() {
        fillAndResolve(ADA);
        house.clock.set(OUTDATED);
        house.wake();
        house.loseMessages();

        house.clock.set(OUTDATED.plus(DAY));
        house.wake();
        house.wake();
        assertThat(house.lastRun().string("askedAt")).isEqualTo(OUTDATED.toString());
        int messages = house.work(() -> false);

        assertThat(messages).isGreaterThan(10);
        assertThat(house.lastRun().string("through")).isEqualTo("2026-11-25");
        assertThat(house.lastRun().string("doneAt")).isEqualTo(OUTDATED.plus(DAY).toString());
        assertThat(DataHouse.countsOf(house.lastRun())).containsEntry("replies", 3);
    }

    @Test
    void keepsTheProofOfEachRun() {
        fillAndResolve(ADA);
        runAt(OUTDATED);
        JsonObject first = house.lastRun();

        runAt(OUTDATED.plus(DAY));

        JsonObject second = house.lastRun();
        JsonObject kept = house.show(second.string("previous")).body();
        assertThat(second.string("through")).isEqualTo("2026-11-26");
        assertThat(DataHouse.countsOf(second).values()).containsOnly(0);
        assertThat(kept.string("id")).isEqualTo("retention-2028-11-24T23:00:00Z");
        assertThat(kept.string("doneAt")).isEqualTo(first.string("doneAt"));
        assertThat(DataHouse.countsOf(kept)).isEqualTo(DataHouse.countsOf(first));
        assertThat(kept.findString("previous")).isEmpty();
    }

    @Test
    void doesNothingWhereAllIsKeptForEver() throws IOException {
        try (DataHouse lasting = new DataHouse(3, 2, keepingForEver())) {
            lasting.fill(ADA);
            List<String> before = lasting.everything();

            lasting.clock.set(OUTDATED.plus(KEPT));
            lasting.wake();

            assertThat(lasting.work(() -> true)).isZero();
            assertThat(lasting.everything()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Faults.Fault.class)
    void finishesThoughEachCallFailsOnce(Faults.Fault fault) {
        Map<String, Integer> undisturbed = countsOfOne(Person.numbered(1), 1);
        house.faults.failEachOnce(fault);

        Map<String, Integer> disturbed = countsOfOne(Person.numbered(2), 2);

        assertThat(disturbed).isEqualTo(undisturbed);
        assertThat(house.faults.failures()).isGreaterThan(30);
    }

    private Map<String, Integer> countsOfOne(Person person, int day) {
        house.clock.set(DataHouse.NOW.plus(DAY.multipliedBy(day)));
        house.fillUnhappy(person);
        house.resolve(person.unhappy());
        house.clock.set(OUTDATED.plus(DAY.multipliedBy(day)));
        house.expireLinks();
        wakeUntilItSucceeds();
        house.work(() -> true);
        house.faults.rest();
        assertThat(house.lastRun().string("state")).isEqualTo("done");
        assertThat(house.mentions(person)).isEmpty();
        return DataHouse.countsOf(house.lastRun());
    }

    /** As Lambda calls again what failed. */
    private void wakeUntilItSucceeds() {
        boolean isWoken = false;
        while (!isWoken) {
            try {
                house.wake();
                isWoken = true;
            } catch (SdkException _) {
                // again
            }
        }
    }

    @Test
    void failsIfItCannotStartSoThatItIsSeen() {
        house.clock.set(OUTDATED);
        house.faults.fail(1, Faults.Fault.NEVER_MADE);

        assertThatThrownBy(house::wake).isInstanceOf(SdkException.class);
    }

    private void fillAndResolve(Person person) {
        house.fill(person);
        house.resolve(person.unhappy());
    }

    private void runAt(Instant now) {
        runAt(now, true);
    }

    private void runAt(Instant now, boolean linksExpire) {
        house.clock.set(now);
        if (linksExpire) {
            house.expireLinks();
        }
        house.wake();
        house.work(() -> true);
    }

    private OrderSurveys order(OrderId id) {
        return house.surveys.find(id).orElseThrow();
    }

    private FollowUp followUp(OrderId id) {
        return house.followUps.find(DataHouse.id(id)).orElseThrow();
    }

    private static Programme keepingForEver() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(Programme.class.getResourceAsStream("programme.json"))) {
            String json = new String(file.readAllBytes(), UTF_8);
            Programme programme =
                    Programme.of(json.replace("\"retention\":", "\"notes\":").getBytes(UTF_8));
            assertThat(programme.retention()).isEqualTo(Optional.empty());
            return programme;
        }
    }
}

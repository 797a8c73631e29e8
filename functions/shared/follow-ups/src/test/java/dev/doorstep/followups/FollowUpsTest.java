package dev.doorstep.followups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class FollowUpsTest {
    private static final Instant NOW = Samples.NOW;
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final Agent ROBIN =
            new Agent("agent-1", Optional.of("Robin"), Optional.of("robin@shop.example"));

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final FollowUps followUps = new FollowUps(dynamoDb, Tables.create("FollowUpsTable"));
    private final Timers timers = new Timers(dynamoDb, Tables.create("TimersTable"));

    @Test
    void keepsWhatTheCustomerSaidOfItsEnd() {
        FollowUp open = Samples.followUp("A-1001", Severity.NORMAL, Samples.NOW);
        FollowUp judged =
                open.judged(
                                Samples.verdict(1, 5, Optional.empty()),
                                open.ledger().last(),
                                Samples.NOW)
                        .orElseThrow();
        followUps.open(open);

        followUps.change(open, judged);

        assertThat(judged.recovery()).isPresent();
        assertThat(followUps.find(open.id())).contains(judged);
    }

    @Test
    void readsBackAllThatACaseSays() {
        FollowUp open = open("A-1001", Severity.URGENT, NOW);
        FollowUp claimed = open.claimed(ROBIN, NOW, LEASE).withHint();
        FollowUp contacted = claimed.contacted(ROBIN, NOW, LEASE, ContactChannel.PHONE, "Hello.");
        FollowUp resolved =
                contacted.resolved(
                        ROBIN,
                        new Resolution(Outcome.REFUNDED, RootCause.WRONG_ITEM, NOW),
                        Optional.of("Sorry."));

        List<FollowUp> read = new ArrayList<>();
        FollowUp before = open;
        for (FollowUp after : List.of(claimed, contacted, resolved)) {
            assertThat(followUps.change(before, after)).isTrue();
            read.add(followUps.find(open.id()).orElseThrow());
            before = after;
        }

        assertThat(read).containsExactly(claimed, contacted, resolved);
    }

    @Test
    void readsBackTheLettersThatCameWithTheirPhotographs() {
        FollowUp open = open("A-1001", Severity.NORMAL, NOW);
        Reply written =
                Samples.written(
                        2,
                        new Attention(Severity.NORMAL, NOW),
                        Samples.letter("01", Letter.Kind.UNCLEAR, NOW),
                        Samples.letter("02", Letter.Kind.TO_READ, NOW.plusSeconds(60)));
        FollowUp noted = open.replyChanged(written, Samples.promise(NOW), NOW).orElseThrow();

        assertThat(followUps.change(open, noted)).isTrue();

        assertThat(followUps.find(open.id())).contains(noted);
    }

    @Test
    void opensACaseOnce() {
        FollowUp open = open("A-1001", Severity.NORMAL, NOW);

        assertThat(followUps.open(open)).isFalse();
    }

    @Test
    void writesOverTheVersionOnlyThatAChangeCameFrom() {
        FollowUp open = open("A-1001", Severity.NORMAL, NOW);
        FollowUp robins = open.claimed(ROBIN, NOW, LEASE);
        FollowUp kims = open.claimed(new Agent("agent-2", Optional.empty()), NOW, LEASE);

        assertThat(followUps.change(open, robins, timers)).isTrue();
        assertThat(followUps.change(open, kims, timers)).isFalse();
        assertThat(followUps.change(open, kims)).isFalse();
        assertThat(followUps.find(open.id())).contains(robins);
    }

    @Test
    void setsTheTimerOfALeaseByTheSeverityOfItsCaseAndClearsItWithTheLease() {
        FollowUp open = open("A-1001", Severity.URGENT, NOW);
        FollowUp claimed = open.claimed(ROBIN, NOW, LEASE);
        FollowUp extended = claimed.extended(ROBIN, NOW.plusSeconds(60), LEASE);

        followUps.change(open, claimed, timers);
        followUps.change(claimed, extended, timers);
        List<Timer> held = timers();
        followUps.change(extended, extended.released(ROBIN, NOW, Optional.empty()), timers);

        assertThat(held)
                .contains(
                        new Timer(
                                TimerKind.URGENT_LEASE,
                                "A-1001~delivery",
                                NOW.plusSeconds(60).plus(LEASE)));
        assertThat(timers()).doesNotContainAnyElementsOf(held);
    }

    @Test
    void keepsTheTimersOfAPromiseAndOfAMailWithTheCaseThatNeedsThem() {
        FollowUp open = open("A-1001", Severity.NORMAL, NOW.plusSeconds(300));
        FollowUp claimed = open.claimed(ROBIN, NOW, LEASE);
        FollowUp moved =
                claimed.promised(
                        ROBIN,
                        NOW,
                        LEASE,
                        Samples.promise(NOW.plusSeconds(600)),
                        Optional.empty(),
                        "We need a little longer.");
        FollowUp written = moved.written(ROBIN, NOW, LEASE, "Here is what we found.");

        followUps.change(open, claimed, timers);
        followUps.change(claimed, moved, timers);
        List<Timer> promised = timersBut(TimerKind.LEASE);
        followUps.change(moved, written, timers);

        assertThat(followUps.find(open.id())).contains(written);
        assertThat(promised)
                .containsExactlyInAnyOrder(
                        new Timer(TimerKind.FOLLOW_UP_MAIL, "A-1001~delivery~1", NOW),
                        new Timer(TimerKind.PROMISE, "A-1001~delivery~2", NOW.plusSeconds(600)));
        assertThat(timersBut(TimerKind.LEASE))
                .containsExactlyInAnyOrder(
                        new Timer(TimerKind.FOLLOW_UP_MAIL, "A-1001~delivery~1", NOW),
                        new Timer(TimerKind.FOLLOW_UP_MAIL, "A-1001~delivery~2", NOW));
    }

    @Test
    void findsWhatWasResolvedInAWeekAndStillIs() {
        FollowUp resolved = resolve(open("A-1001", Severity.NORMAL, NOW), NOW);
        resolve(open("A-1002", Severity.NORMAL, NOW), NOW.minus(Duration.ofDays(7)));
        open("A-1003", Severity.NORMAL, NOW);

        assertThat(followUps.resolvedIn(Week.of(NOW))).containsExactly(resolved);
        assertThat(followUps.resolvedIn(Week.parse("2026-W47"))).hasSize(1);
        assertThat(followUps.resolvedIn(Week.of(NOW).before(2))).isEmpty();
    }

    @Test
    void knowsWeeksAsTheyAreWrittenWhereYearsMeet() {
        assertThat(Week.of(Instant.parse("2027-01-03T23:59:59Z"))).hasToString("2026-W53");
        assertThat(Week.of(Instant.parse("2027-01-04T00:00:00Z"))).hasToString("2027-W01");
        assertThat(Week.parse("2026-W53").monday()).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThatThrownBy(() -> Week.parse("2026-54")).isInstanceOf(Rejected.class);
    }

    private FollowUp resolve(FollowUp open, Instant at) {
        FollowUp resolved =
                open.claimed(ROBIN, at, LEASE)
                        .resolved(
                                ROBIN,
                                new Resolution(Outcome.NOTHING_NEEDED, RootCause.OTHER, at),
                                Optional.empty());
        FollowUp claimed = open.claimed(ROBIN, at, LEASE);
        assertThat(followUps.change(open, claimed)).isTrue();
        assertThat(followUps.change(claimed, resolved)).isTrue();
        return resolved;
    }

    @Test
    void listsUrgentOnesFirstAndThenByPromiseInPages() {
        open("A-1003", Severity.NORMAL, NOW.plusSeconds(3));
        open("A-1001", Severity.NORMAL, NOW.plusSeconds(1));
        open("A-1002", Severity.URGENT, NOW.plusSeconds(2));
        FollowUp other = open("A-1004", Severity.NORMAL, NOW);
        followUps.change(other, other.claimed(ROBIN, NOW, LEASE));

        FollowUps.Page first = followUps.list(FollowUpState.OPEN, Optional.empty(), 2);
        FollowUps.Page second = followUps.list(FollowUpState.OPEN, first.next(), 2);

        assertThat(first.followUps())
                .extracting(f -> f.id().order().value())
                .containsExactly("A-1002", "A-1001");
        assertThat(second.followUps())
                .extracting(f -> f.id().order().value())
                .containsExactly("A-1003");
        assertThat(second.next()).isEmpty();
    }

    private FollowUp open(String order, Severity severity, Instant promisedAt) {
        FollowUp followUp = Samples.followUp(order, severity, promisedAt);
        assertThat(followUps.open(followUp)).isTrue();
        return followUp;
    }

    private List<Timer> timersBut(TimerKind kind) {
        return timers().stream().filter(timer -> timer.kind() != kind).toList();
    }

    private List<Timer> timers() {
        List<Timer> all = new ArrayList<>();
        for (int shard = 0; shard < Timers.SHARDS; shard++) {
            all.addAll(timers.due(shard, NOW.plus(Duration.ofDays(1)), 100));
        }
        return all;
    }
}

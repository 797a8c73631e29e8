package dev.doorstep.followups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class FollowUpTest {
    private static final Instant NOW = Samples.NOW;
    private static final Instant PROMISE = NOW.plus(Duration.ofHours(8));
    private static final Instant SOONER = NOW.plus(Duration.ofHours(2));
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final Agent ROBIN = new Agent("agent-1", Optional.of("Robin"));

    private final FollowUp open = Samples.followUp("A-1001", Severity.NORMAL, PROMISE);
    private final FollowUp claimed = open.claimed(ROBIN, NOW, LEASE);

    @Test
    void isClaimableUntilSomeoneHasItAndAgainWhenTheirLeaseHasLapsed() {
        assertThat(open.isClaimable(NOW)).isTrue();
        assertThat(claimed.isClaimable(NOW.plus(LEASE).minusMillis(1))).isFalse();
        assertThat(claimed.isClaimable(NOW.plus(LEASE))).isTrue();
        assertThat(resolved().isClaimable(NOW.plus(LEASE))).isFalse();
    }

    @Test
    void isRaisedWithTheSoonerPromiseWhenTheReplyGetsWorse() {
        FollowUp raised =
                open.withHint()
                        .replyChanged(Samples.reply(2, 1, Severity.URGENT, NOW), SOONER, NOW)
                        .orElseThrow();

        assertThat(raised.severity()).isEqualTo(Severity.URGENT);
        assertThat(raised.promisedAt()).isEqualTo(SOONER);
        assertThat(raised.hinted()).isFalse();
        assertThat(raised.reply().answer()).isEqualTo(new Answer.Score(1));
    }

    @Test
    void keepsTheSoonerPromiseThatWasMade() {
        FollowUp raised =
                open.replyChanged(
                                Samples.reply(2, 1, Severity.URGENT, NOW),
                                PROMISE.plusSeconds(1),
                                NOW)
                        .orElseThrow();

        assertThat(raised.promisedAt()).isEqualTo(PROMISE);
    }

    @Test
    void isWithdrawnWhenTheCustomerNeedsNobodyAndNobodyHasIt() {
        FollowUp withdrawn = open.replyChanged(happy(), PROMISE, NOW).orElseThrow();

        assertThat(withdrawn.state()).isEqualTo(FollowUpState.WITHDRAWN);
    }

    @Test
    void staysWithWhoHasItWhenTheCustomerNeedsNobodyAnyMore() {
        FollowUp noted = claimed.replyChanged(happy(), PROMISE, NOW).orElseThrow();

        assertThat(noted.state()).isEqualTo(FollowUpState.CLAIMED);
        assertThat(noted.history().entries().getLast().what()).isEqualTo(Happening.REPLY_CHANGED);
    }

    @Test
    void isOpenedAgainWhenTheNeedArisesAnew() {
        FollowUp withdrawn = open.replyChanged(happy(), PROMISE, NOW).orElseThrow();

        FollowUp reopened =
                withdrawn
                        .replyChanged(Samples.reply(3, 3, Severity.NORMAL, NOW), PROMISE, NOW)
                        .orElseThrow();
        FollowUp stillResolved =
                resolved()
                        .replyChanged(Samples.reply(2, 3, Severity.NORMAL, NOW), PROMISE, NOW)
                        .orElseThrow();

        assertThat(reopened.state()).isEqualTo(FollowUpState.OPEN);
        assertThat(stillResolved.state()).isEqualTo(FollowUpState.RESOLVED);
    }

    @Test
    void isChangedByNoVersionThatItKnows() {
        assertThat(open.replyChanged(Samples.reply(1, 0, Severity.URGENT, NOW), SOONER, NOW))
                .isEmpty();
    }

    @Test
    void keepsTheFirstTimeThatTheCustomerWasReached() {
        FollowUp twice =
                claimed.contacted(ROBIN, NOW, LEASE, Optional.empty())
                        .contacted(ROBIN, NOW.plusSeconds(60), LEASE, Optional.empty());

        assertThat(twice.contactedAt()).contains(NOW);
        assertThat(twice.claim().orElseThrow().leaseUntil())
                .isEqualTo(NOW.plusSeconds(60).plus(LEASE));
    }

    @Test
    void cannotBeClaimedWithoutAnOwner() {
        assertThatThrownBy(
                        () ->
                                new FollowUp(
                                        open.id(),
                                        FollowUpState.CLAIMED,
                                        open.severity(),
                                        open.openedAt(),
                                        open.promisedAt(),
                                        open.reply(),
                                        open.customer(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        open.history(),
                                        false,
                                        1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private FollowUp resolved() {
        return claimed.resolved(
                ROBIN, new Resolution(Outcome.REPLACED, RootCause.LOST, NOW), Optional.empty());
    }

    private static Reply happy() {
        return Samples.happyReply(2);
    }
}

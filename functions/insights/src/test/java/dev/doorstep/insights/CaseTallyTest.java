package dev.doorstep.insights;

import static dev.doorstep.insights.Samples.NOW;
import static dev.doorstep.insights.Samples.PROGRAMME;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.followups.Agent;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.Resolution;
import dev.doorstep.followups.RootCause;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.scores.Counted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class CaseTallyTest {
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final Agent ROBIN = new Agent("agent-1", Optional.of("Robin"));
    private static final FollowUp OPEN = Samples.followUp("A-1001~delivery", 2, NOW);

    private final CaseTally tally = new CaseTally(PROGRAMME.zone());

    @Test
    void countsACaseOnTheShopsDayOfItsOpening() {
        FollowUp night =
                Samples.followUp("A-1001~return", 2, Instant.parse("2026-11-24T23:30:00Z"));

        Counted counted = tally.of(night);

        assertThat(counted.about()).isEqualTo("cases~return").isEqualTo(counted.tally().about());
        assertThat(counted.id()).isEqualTo("A-1001~return");
        assertThat(counted.day()).isEqualTo("2026-11-25").isEqualTo(counted.tally().day());
        assertThat(counted.version()).isEqualTo(1);
        assertThat(counted.tally().counter()).isEqualTo("cases");
        assertThat(counted.tally().values()).hasToString("{all=[all], promise=[open]}");
    }

    @Test
    void tellsWhatBecameOfThePromise() {
        FollowUp kept = contacted(OPEN, NOW.plusSeconds(60));
        FollowUp late = contacted(OPEN, NOW.plus(Duration.ofDays(2)));
        FollowUp broken =
                OPEN.broken(
                        Samples.promise(NOW.plus(Duration.ofDays(1))),
                        NOW.plus(Duration.ofDays(1)).plusSeconds(1));

        assertThat(values(OPEN, "promise")).containsExactly("open");
        assertThat(values(kept, "promise")).containsExactly("kept");
        assertThat(values(reopened(resolved(kept)), "promise")).containsExactly("open");
        assertThat(values(late, "promise")).containsExactly("broken");
        assertThat(values(broken, "promise")).containsExactly("broken");
        assertThat(values(resolved(OPEN), "promise")).containsExactly("called-off");
    }

    @Test
    void tellsHowLongTheCustomerWaitedAfterItWasOpenedLast() {
        FollowUp soon = contacted(OPEN, NOW.plusSeconds(61));
        FollowUp again = reopened(resolved(soon));

        assertThat(values(OPEN, "contact")).isEmpty();
        assertThat(values(soon, "contact")).containsExactly("2");
        assertThat(values(again, "contact")).isEmpty();
        assertThat(values(contacted(again, NOW.plus(Duration.ofHours(3))), "contact"))
                .containsExactly("60");
    }

    @ParameterizedTest
    @CsvSource({"9, recovered", "8, not-recovered", "1, not-recovered"})
    void tellsWhatADetractorSaysOfTheEnd(int score, String recovery) {
        FollowUp judged = judged(resolved(contacted(OPEN, NOW)), score);

        assertThat(values(judged, "recovery")).containsExactly(recovery);
    }

    @Test
    void tellsNothingOfTheEndUnlessADetractorsCaseHasOne() {
        FollowUp happy = Samples.followUp("A-1001~delivery", 9, NOW);

        assertThat(values(OPEN, "recovery")).isEmpty();
        assertThat(values(resolved(OPEN), "recovery")).containsExactly("unanswered");
        assertThat(values(reopened(resolved(OPEN)), "recovery")).isEmpty();
        assertThat(values(resolved(happy), "recovery")).isEmpty();
    }

    @Test
    void staysAsItIsCountedWhenTheCustomerIsErased() {
        FollowUp judged = judged(resolved(contacted(OPEN, NOW.plusSeconds(60))), 9);

        FollowUp erased = judged.erased(1, 1, NOW.plusSeconds(90));

        assertThat(tally.of(erased).tally()).isEqualTo(tally.of(judged).tally());
    }

    private Set<String> values(FollowUp followUp, String dimension) {
        return tally.of(followUp).tally().values().getOrDefault(dimension, Set.of());
    }

    private static FollowUp contacted(FollowUp open, Instant at) {
        return open.claimed(ROBIN, at, LEASE)
                .contacted(ROBIN, at, LEASE, ContactChannel.PHONE, "Sorry.");
    }

    private static FollowUp resolved(FollowUp live) {
        Resolution end =
                new Resolution(Outcome.REFUNDED, RootCause.WRONG_ITEM, NOW.plusSeconds(3600));
        return live.claimed(ROBIN, end.at(), LEASE).resolved(ROBIN, end, Optional.empty());
    }

    /** Two hours after its first opening. */
    private static FollowUp reopened(FollowUp ended) {
        Instant at = NOW.plus(Duration.ofHours(2));
        return ended.alerted(
                        new Attention(Severity.NORMAL, at), Samples.promise(at), "late again", at)
                .orElseThrow();
    }

    private static FollowUp judged(FollowUp ended, int score) {
        Reply verdict =
                Samples.reply(
                        "A-1001~follow-up",
                        1,
                        new Answer.Score(score),
                        Evidence.CONFIRMED,
                        NOW,
                        List.of());
        return ended.judged(verdict, Samples.promise(NOW), NOW).orElseThrow();
    }
}

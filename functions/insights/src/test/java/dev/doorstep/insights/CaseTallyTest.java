package dev.doorstep.insights;

import static dev.doorstep.insights.Samples.NOW;
import static dev.doorstep.insights.Samples.PROGRAMME;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.followups.Agent;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.Promise;
import dev.doorstep.followups.Resolution;
import dev.doorstep.followups.RootCause;
import dev.doorstep.programme.Metric;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.scores.Counted;
import dev.doorstep.surveys.SurveyId;

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

    @Test
    void tellsOnWhichOfTheShopsDaysItsPromisesBroke() {
        Instant night = Instant.parse("2026-11-26T23:30:00Z");
        FollowUp once =
                OPEN.broken(new Promise(NOW, night, night), OPEN.promisedAt().plusSeconds(1));
        FollowUp twice = once.broken(Samples.promise(night), night.plusSeconds(1));

        assertThat(values(OPEN, "broken-on")).isEmpty();
        assertThat(values(contacted(OPEN, NOW.plusSeconds(60)), "broken-on")).isEmpty();
        assertThat(values(once, "broken-on")).containsExactly("2026-11-25");
        assertThat(values(twice, "broken-on")).containsExactly("2026-11-25", "2026-11-27");
        assertThat(values(reopened(resolved(once)), "broken-on")).containsExactly("2026-11-25");
    }

    @Test
    void tellsTheLatestDaysOfACaseThatNobodyLooksAfter() {
        FollowUp neglected = OPEN;
        for (int day = 0; day < 25; day++) {
            Instant by = neglected.promisedAt();
            neglected = neglected.broken(Samples.promise(by), by.plusSeconds(1));
        }

        assertThat(values(neglected, "broken-on"))
                .hasSize(20)
                .contains("2026-11-30", "2026-12-19")
                .doesNotContain("2026-11-29");
    }

    /** Of one who is not happy yet, the answer opens the case again. */
    @ParameterizedTest
    @CsvSource({
        "5, recovered",
        "4, recovered",
        "3, not-recovered",
        "2, not-recovered",
        "1, not-recovered"
    })
    void tellsWhatADetractorSaysOfTheEnd(int score, String recovery) {
        FollowUp judged = judged(resolved(contacted(OPEN, NOW)), score);

        assertThat(judged.isLive()).isEqualTo(score <= 2);
        assertThat(values(judged, "recovery")).containsExactly(recovery);
    }

    @Test
    void tellsWhatWasSaidLastHoweverOftenACaseIsResolved() {
        FollowUp bad = judged(resolved(contacted(OPEN, NOW)), 1);
        FollowUp resolvedAgain = resolved(bad, NOW.plus(Duration.ofHours(3)));
        FollowUp worse = judged(resolvedAgain, 2, 2, NOW.plus(Duration.ofHours(4)));
        FollowUp resolvedOnceMore = resolved(worse, NOW.plus(Duration.ofHours(5)));
        FollowUp good = judged(resolvedOnceMore, 5, 3, NOW.plus(Duration.ofHours(6)));

        assertThat(List.of(bad, resolvedAgain, worse, resolvedOnceMore))
                .allSatisfy(
                        version ->
                                assertThat(values(version, "recovery"))
                                        .containsExactly("not-recovered"));
        assertThat(values(good, "recovery")).containsExactly("recovered");
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
        FollowUp judged = judged(resolved(contacted(OPEN, NOW.plusSeconds(60))), 5);

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
        return resolved(live, NOW.plus(Duration.ofHours(1)));
    }

    private static FollowUp resolved(FollowUp live, Instant at) {
        Resolution end = new Resolution(Outcome.REFUNDED, RootCause.WRONG_ITEM, at);
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
        return judged(ended, score, 1, NOW.plus(Duration.ofHours(2)));
    }

    /** As it is answered: who is unhappy still needs somebody's attention. */
    private static FollowUp judged(FollowUp ended, int score, int version, Instant at) {
        Reply verdict =
                new Reply(
                        SurveyId.parse("A-1001~follow-up"),
                        Metric.CSAT,
                        new Answer.Score(score),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Channel.PAGE,
                        Evidence.CONFIRMED,
                        at,
                        at,
                        version,
                        Metric.CSAT.isDetractor(score)
                                ? Optional.of(new Attention(Severity.NORMAL, at))
                                : Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        0,
                        List.of(),
                        Optional.empty());
        return ended.judged(verdict, Samples.promise(at), at).orElseThrow();
    }
}

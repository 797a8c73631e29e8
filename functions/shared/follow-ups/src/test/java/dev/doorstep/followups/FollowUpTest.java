package dev.doorstep.followups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.programme.Metric;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class FollowUpTest {
    private static final Instant NOW = Samples.NOW;
    private static final Promise PROMISE = Samples.promise(NOW.plus(Duration.ofHours(8)));
    private static final Promise SOONER = Samples.promise(NOW.plus(Duration.ofHours(2)));
    private static final Instant LATER = NOW.plus(Duration.ofHours(20));
    private static final Promise LATER_PROMISE = Samples.promise(LATER.plus(Duration.ofHours(8)));
    private static final Letter FIRST_LETTER =
            Samples.letter("01", Letter.Kind.TO_READ, Samples.NOW);
    private static final Letter SECOND_LETTER =
            Samples.letter("02", Letter.Kind.TO_READ, LATER.minusSeconds(60));
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final Agent ROBIN = new Agent("agent-1", Optional.of("Robin"));

    private final FollowUp open = Samples.followUp("A-1001", Severity.NORMAL, PROMISE.by());
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
        assertThat(raised.promisedAt()).isEqualTo(SOONER.by());
        assertThat(raised.hinted()).isFalse();
        assertThat(raised.reply().answer()).isEqualTo(new Answer.Score(1));
    }

    @Test
    void keepsTheSoonerPromiseThatWasMade() {
        FollowUp raised =
                open.replyChanged(
                                Samples.reply(2, 1, Severity.URGENT, NOW),
                                Samples.promise(PROMISE.by().plusSeconds(1)),
                                NOW)
                        .orElseThrow();

        assertThat(raised.promisedAt()).isEqualTo(PROMISE.by());
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
    void isOpenedWithTheLetterThatMustBeRead() {
        Attention need = new Attention(Severity.NORMAL, NOW);
        Reply reply = Samples.written(1, need, FIRST_LETTER);

        FollowUp opened = FollowUp.open(reply, need, PROMISE, open.customer(), NOW);

        assertThat(opened.state()).isEqualTo(FollowUpState.OPEN);
        assertThat(opened.reply().answer()).isEqualTo(new Answer.Unscored());
        assertThat(opened.reply().letters()).containsExactly(FIRST_LETTER);
        assertThat(opened.timesOpened()).isEqualTo(1);
    }

    @Test
    void notesOneMoreLetterOnACaseThatIsOpenOrThatSomeoneHas() {
        Reply withLetter = withLetters(2, NOW, SECOND_LETTER);

        FollowUp stillOpen = open.replyChanged(withLetter, LATER_PROMISE, NOW).orElseThrow();
        FollowUp stillClaimed = claimed.replyChanged(withLetter, LATER_PROMISE, NOW).orElseThrow();

        assertThat(stillOpen.state()).isEqualTo(FollowUpState.OPEN);
        assertThat(stillClaimed.state()).isEqualTo(FollowUpState.CLAIMED);
        assertThat(List.of(stillOpen, stillClaimed))
                .allSatisfy(
                        noted -> {
                            assertThat(noted.reply().letters()).containsExactly(SECOND_LETTER);
                            assertThat(noted.promisedAt()).isEqualTo(PROMISE.by());
                            assertThat(noted.timesOpened()).isEqualTo(1);
                            assertThat(noted.history().entries().getLast().what())
                                    .isEqualTo(Happening.REPLY_CHANGED);
                        });
    }

    @Test
    void isOpenedAgainWithANewPromiseForALetterThatCameAfterItWasResolved() {
        Reply withLetter = withLetters(2, NOW, SECOND_LETTER);

        FollowUp reopened = resolved().replyChanged(withLetter, LATER_PROMISE, LATER).orElseThrow();

        assertThat(reopened.state()).isEqualTo(FollowUpState.OPEN);
        assertThat(reopened.resolution()).isEmpty();
        assertThat(reopened.promisedAt()).isEqualTo(LATER_PROMISE.by());
        assertThat(reopened.hinted()).isFalse();
        assertThat(reopened.timesOpened()).isEqualTo(2);
        assertThat(reopened.history().entries().getLast().what()).isEqualTo(Happening.REOPENED);
    }

    @Test
    void isOpenedAgainForALetterThatWasOnItsWayWhileItWasResolved() {
        Letter underway = Samples.letter("03", Letter.Kind.TO_READ, NOW.minusSeconds(5));

        FollowUp reopened =
                resolved()
                        .replyChanged(withLetters(2, NOW, underway), PROMISE, LATER)
                        .orElseThrow();

        assertThat(reopened.state()).isEqualTo(FollowUpState.OPEN);
    }

    @Test
    void isOpenedAgainForALetterThatCouldNotBeAskedBackAbout() {
        Letter unclear = Samples.letter("03", Letter.Kind.UNCLEAR, NOW.minusSeconds(5));
        Attention need = new Attention(Severity.NORMAL, NOW.minusSeconds(60));
        FollowUp resolved =
                resolved()
                        .replyChanged(withLetters(2, need.since(), unclear), PROMISE, NOW)
                        .orElseThrow();

        FollowUp reopened =
                resolved.replyChanged(
                                withLetters(3, need.since(), unclear.as(Letter.Kind.TO_READ)),
                                PROMISE,
                                LATER)
                        .orElseThrow();

        assertThat(resolved.state()).isEqualTo(FollowUpState.RESOLVED);
        assertThat(reopened.state()).isEqualTo(FollowUpState.OPEN);
    }

    @Test
    void staysResolvedForLettersThatWereReadOrThatNobodyMustRead() {
        FollowUp read =
                claimed.replyChanged(withLetters(2, NOW, FIRST_LETTER), PROMISE, NOW).orElseThrow();
        FollowUp resolved =
                read.resolved(
                        ROBIN,
                        new Resolution(Outcome.REPLACED, RootCause.LOST, NOW),
                        Optional.empty());
        Letter thanks = Samples.letter("04", Letter.Kind.SCORED, LATER);

        FollowUp still =
                resolved.replyChanged(withLetters(3, NOW, FIRST_LETTER, thanks), PROMISE, LATER)
                        .orElseThrow();

        assertThat(still.state()).isEqualTo(FollowUpState.RESOLVED);
        assertThat(still.timesOpened()).isEqualTo(1);
    }

    @Test
    void countsEachTimeThatItIsOpened() {
        FollowUp twice =
                resolved()
                        .replyChanged(withLetters(2, NOW, SECOND_LETTER), LATER_PROMISE, LATER)
                        .orElseThrow();
        Letter third = Samples.letter("03", Letter.Kind.TO_READ, LATER.plusSeconds(60));

        FollowUp thrice =
                twice.claimed(ROBIN, LATER, LEASE)
                        .resolved(
                                ROBIN,
                                new Resolution(Outcome.REPLACED, RootCause.LOST, LATER),
                                Optional.empty())
                        .replyChanged(
                                withLetters(3, NOW, SECOND_LETTER, third), LATER_PROMISE, LATER)
                        .orElseThrow();

        assertThat(thrice.timesOpened()).isEqualTo(3);
    }

    @Test
    void isOpenForALetterAlthoughTheScoreGotBetter() {
        Reply happyWithLetter =
                Samples.happyLetters(
                        2, Optional.of(new Attention(Severity.NORMAL, NOW)), SECOND_LETTER);

        FollowUp noted = open.replyChanged(happyWithLetter, PROMISE, NOW).orElseThrow();

        assertThat(noted.state()).isEqualTo(FollowUpState.OPEN);
    }

    @Test
    void isChangedByNoVersionThatItKnows() {
        assertThat(open.replyChanged(Samples.reply(1, 0, Severity.URGENT, NOW), SOONER, NOW))
                .isEmpty();
    }

    @Test
    void keepsTheFirstTimeThatTheCustomerWasReached() {
        FollowUp twice =
                claimed.contacted(ROBIN, NOW, LEASE, ContactChannel.PHONE, "Hello.")
                        .contacted(
                                ROBIN,
                                NOW.plusSeconds(60),
                                LEASE,
                                ContactChannel.MAIL,
                                "Hello again.");

        assertThat(twice.contactedAt()).contains(NOW);
        assertThat(twice.claim().orElseThrow().leaseUntil())
                .isEqualTo(NOW.plusSeconds(60).plus(LEASE));
    }

    @Test
    void keepsItsPromiseWhenTheCustomerIsReachedInTime() {
        FollowUp kept = contacted(claimed, PROMISE.by());

        assertThat(fates(kept)).containsExactly(Promise.Fate.KEPT);
        assertThat(kept.promiseTimer()).isEmpty();
        assertThat(contacted(kept, LATER).ledger()).isEqualTo(kept.ledger());
    }

    @Test
    void breaksItsPromiseWhenTheCustomerIsReachedTooLate() {
        FollowUp late = contacted(claimed, PROMISE.by().plusMillis(1));

        assertThat(fates(late)).containsExactly(Promise.Fate.BROKEN);
        assertThat(late.ledger().last().end().orElseThrow().at()).isEqualTo(PROMISE.by());
    }

    @Test
    void movesItsPromiseWhenTheCustomerIsToldAnotherTime() {
        FollowUp moved =
                claimed.promised(
                        ROBIN, NOW, LEASE, LATER_PROMISE, Optional.empty(), "We need a day more.");

        assertThat(fates(moved)).containsExactly(Promise.Fate.MOVED);
        assertThat(moved.promisedAt()).isEqualTo(LATER_PROMISE.by());
        assertThat(moved.mail(1).flatMap(HistoryEntry::by)).contains(LATER_PROMISE.by());
        assertThat(moved.contactedAt()).isEmpty();
        assertThat(moved.promiseTimer().orElseThrow().reference()).isEqualTo("A-1001~delivery~2");
    }

    @Test
    void isUrgentWithANewPromiseWhenItsPromiseBroke() {
        FollowUp broken = claimed.withHint().broken(LATER_PROMISE, PROMISE.by());

        assertThat(broken.severity()).isEqualTo(Severity.URGENT);
        assertThat(broken.hinted()).isFalse();
        assertThat(broken.isOwnedBy(ROBIN)).isTrue();
        assertThat(fates(broken)).containsExactly(Promise.Fate.BROKEN);
        assertThat(broken.ledger().number()).isEqualTo(2);
        assertThat(broken.ledger().broken()).isEqualTo(1);
    }

    @Test
    void looksAtItsPromiseToWarnFirstAndThenWhenItBreaks() {
        Promise promise = new Promise(NOW, NOW.plusSeconds(60), NOW.plusSeconds(80));
        FollowUp moved =
                claimed.promised(
                        ROBIN, NOW, LEASE, promise, Optional.of(ContactChannel.PHONE), "Soon.");

        FollowUp warned = moved.warned(NOW.plusSeconds(60));

        assertThat(moved.promiseTimer().orElseThrow().dueAt()).isEqualTo(promise.warnAt());
        assertThat(warned.promiseTimer().orElseThrow().dueAt()).isEqualTo(promise.by());
        assertThat(moved.mails()).isZero();
    }

    @Test
    void callsItsPromiseOffWhenItEndsWithoutAContact() {
        FollowUp withdrawn = open.replyChanged(happy(), PROMISE, NOW).orElseThrow();

        assertThat(fates(resolved())).containsExactly(Promise.Fate.CALLED_OFF);
        assertThat(fates(withdrawn)).containsExactly(Promise.Fate.CALLED_OFF);
    }

    @Test
    void endsAsDoneOnlyIfTheCustomerHeardFromSomeoneOrNeedsNobody() {
        assertThat(claimed.isDone(Outcome.REPLACED)).isFalse();
        assertThat(claimed.isDone(Outcome.UNREACHABLE)).isTrue();
        assertThat(claimed.isDone(Outcome.NOTHING_NEEDED)).isTrue();
        assertThat(contacted(claimed, NOW).isDone(Outcome.REPLACED)).isTrue();
    }

    @Test
    void hasANewPromiseForWhoWritesAfterTheFirstWasKept() {
        FollowUp kept = contacted(claimed, NOW);

        FollowUp waiting =
                kept.replyChanged(withLetters(2, NOW, SECOND_LETTER), LATER_PROMISE, LATER)
                        .orElseThrow();

        assertThat(fates(waiting)).containsExactly(Promise.Fate.KEPT);
        assertThat(waiting.ledger().open()).contains(LATER_PROMISE);
    }

    @Test
    void waitsForAContactAgainWhenItIsOpenedAgain() {
        FollowUp resolved =
                contacted(claimed, NOW)
                        .resolved(
                                ROBIN,
                                new Resolution(Outcome.REPLACED, RootCause.LOST, NOW),
                                Optional.empty());

        FollowUp reopened =
                resolved.replyChanged(withLetters(2, NOW, SECOND_LETTER), LATER_PROMISE, LATER)
                        .orElseThrow();

        assertThat(reopened.contactedAt()).isEmpty();
        assertThat(reopened.isDone(Outcome.REPLACED)).isFalse();
    }

    @Test
    void notesOnceThatAMailCouldNotBeSent() {
        FollowUp written = claimed.written(ROBIN, NOW, LEASE, "Dear Ada");

        FollowUp refused = written.mailRefused(1, NOW);

        assertThat(refused.history().entries().getLast().what()).isEqualTo(Happening.MAIL_REFUSED);
        assertThat(refused.mailRefused(1, LATER)).isEqualTo(refused);
        assertThat(refused.mail(1).flatMap(HistoryEntry::text)).contains("Dear Ada");
    }

    @Test
    void isOpenedAgainWithItsHistoryWhenItWasNotPutRight() {
        FollowUp resolved = resolved();
        Reply verdict = Samples.verdict(1, 2, needAt(LATER));

        FollowUp reopened = resolved.judged(verdict, LATER_PROMISE, LATER).orElseThrow();

        assertThat(reopened.state()).isEqualTo(FollowUpState.OPEN);
        assertThat(reopened.promisedAt()).isEqualTo(LATER_PROMISE.by());
        assertThat(reopened.hinted()).isFalse();
        assertThat(reopened.reply()).isEqualTo(resolved.reply());
        assertThat(reopened.history().entries())
                .startsWith(resolved.history().entries().toArray(HistoryEntry[]::new))
                .extracting(HistoryEntry::what)
                .endsWith(Happening.RESOLVED, Happening.NOT_PUT_RIGHT, Happening.REOPENED);
        assertThat(reopened.reopenedFor()).isEqualTo(reopened.verdict()).isPresent();
        assertThat(reopened.judged(verdict, LATER_PROMISE, LATER)).isEmpty();
    }

    @Test
    void staysResolvedWhenAVerdictThatWasTakenUpIsOnlySaidMoreMildly() {
        Instant end = LATER.plusSeconds(3600);
        FollowUp again =
                end(
                        resolved()
                                .judged(Samples.verdict(1, 1, needAt(LATER)), LATER_PROMISE, LATER)
                                .orElseThrow(),
                        end);

        FollowUp noted =
                again.judged(
                                Samples.verdict(2, 2, needAt(LATER)),
                                LATER_PROMISE,
                                end.plusSeconds(60))
                        .orElseThrow();

        assertThat(noted.state()).isEqualTo(FollowUpState.RESOLVED);
        assertThat(noted.timesOpened()).isEqualTo(2);
    }

    @Test
    void isOpenedAgainForALetterThatSaysWhatIsStillWrong() {
        Reply verdict = Samples.verdict(1, 3, needAt(LATER), SECOND_LETTER);

        FollowUp reopened = resolved().judged(verdict, LATER_PROMISE, LATER).orElseThrow();

        assertThat(reopened.state()).isEqualTo(FollowUpState.OPEN);
        assertThat(reopened.letters()).containsExactly(SECOND_LETTER);
        assertThat(reopened.recovery()).isEmpty();
    }

    @Test
    void hasRecoveredUntilTheCustomerSaysOtherwise() {
        FollowUp recovered = judged(resolved(), 1, 4);
        FollowUp between = judged(recovered, 2, 3);

        assertThat(recovered.state()).isEqualTo(FollowUpState.RESOLVED);
        assertThat(recovered.recovery()).contains(new Recovery(Metric.CSAT, 4, NOW));
        assertThat(recovered.history().entries().getLast().what()).isEqualTo(Happening.RECOVERED);
        assertThat(between.recovery()).isEmpty();
        assertThat(between.history().entries().getLast().what()).isEqualTo(Happening.JUDGED);
        assertThat(judged(resolved(), 1, 3).state()).isEqualTo(FollowUpState.RESOLVED);
    }

    @Test
    void hasRecoveredWhenTheFirstAnswerIsChangedAfterSomeoneWasInTouch() {
        FollowUp contacted =
                claimed.contacted(ROBIN, NOW, LEASE, ContactChannel.PHONE, "Said sorry.");

        FollowUp recovered = contacted.replyChanged(happy(), PROMISE, LATER).orElseThrow();
        FollowUp untouched = claimed.replyChanged(happy(), PROMISE, LATER).orElseThrow();

        assertThat(recovered.recovery()).contains(new Recovery(Metric.NPS, 10, NOW));
        assertThat(recovered.history().entries())
                .extracting(HistoryEntry::what)
                .contains(Happening.RECOVERED);
        assertThat(untouched.recovery()).isEmpty();
        FollowUp unhappyAgain =
                recovered
                        .replyChanged(
                                Samples.reply(3, 3, Severity.NORMAL, LATER), LATER_PROMISE, LATER)
                        .orElseThrow();
        assertThat(unhappyAgain.recovery()).isEmpty();
    }

    @Test
    void tellsOnlyOfAnEndThatHelped() {
        assertThat(open.end()).isEmpty();
        assertThat(resolved().end().orElseThrow().helped()).isTrue();
        assertThat(List.of(Outcome.values()))
                .filteredOn(outcome -> !outcome.helped())
                .containsExactly(Outcome.UNREACHABLE, Outcome.NOTHING_NEEDED);
    }

    private static FollowUp judged(FollowUp before, int version, int score) {
        return before.judged(
                        Samples.verdict(version, score, Optional.empty()), LATER_PROMISE, LATER)
                .orElseThrow();
    }

    private static FollowUp end(FollowUp open, Instant at) {
        return open.claimed(ROBIN, at, LEASE)
                .resolved(
                        ROBIN,
                        new Resolution(Outcome.REPLACED, RootCause.CARRIER_DAMAGED, at),
                        Optional.empty());
    }

    private static Optional<Attention> needAt(Instant since) {
        return Optional.of(new Attention(Severity.NORMAL, since));
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
                                        open.ledger(),
                                        open.reply(),
                                        open.customer(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        open.history(),
                                        0,
                                        false,
                                        1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Reply withLetters(int version, Instant since, Letter... letters) {
        return Samples.written(version, new Attention(Severity.NORMAL, since), letters);
    }

    private static FollowUp contacted(FollowUp followUp, Instant at) {
        return followUp.contacted(ROBIN, at, LEASE, ContactChannel.PHONE, "We are sorry.");
    }

    private static List<Promise.Fate> fates(FollowUp followUp) {
        return followUp.ledger().promises().stream()
                .flatMap(promise -> promise.end().stream())
                .map(Promise.End::fate)
                .toList();
    }

    @Test
    void isOpenedBeforeTheCustomerSaysAnythingAndChangedByTheirFirstReply() {
        FollowUp unasked = unasked();

        FollowUp raised =
                unasked.replyChanged(Samples.reply(1, 1, Severity.URGENT, NOW), SOONER, NOW)
                        .orElseThrow();

        assertThat(unasked.reply().answer()).isEqualTo(new Answer.Unscored());
        assertThat(unasked.reply().version()).isZero();
        assertThat(unasked.history().entries())
                .containsExactly(
                        new HistoryEntry(
                                NOW, Optional.empty(), Happening.OPENED, Optional.of("late")));
        assertThat(raised.severity()).isEqualTo(Severity.URGENT);
        assertThat(raised.promisedAt()).isEqualTo(SOONER.by());
        assertThat(raised.reply().answer()).isEqualTo(new Answer.Score(1));
    }

    @Test
    void isRaisedByANeedThatNoReplySpeaksOf() {
        FollowUp raised =
                unasked()
                        .withHint()
                        .alerted(new Attention(Severity.URGENT, NOW), SOONER, "lost", NOW)
                        .orElseThrow();

        assertThat(raised.severity()).isEqualTo(Severity.URGENT);
        assertThat(raised.promisedAt()).isEqualTo(SOONER.by());
        assertThat(raised.hinted()).isFalse();
        assertThat(raised.history().entries().getLast())
                .isEqualTo(
                        new HistoryEntry(
                                NOW, Optional.empty(), Happening.RAISED, Optional.of("lost")));
        assertThat(raised.alerted(new Attention(Severity.URGENT, NOW), SOONER, "lost", NOW))
                .as("the same again")
                .isEmpty();
    }

    @Test
    void isOpenedAgainByANeedOnlyIfThatAroseAfterItsEnd() {
        FollowUp withdrawn = open.replyChanged(happy(), PROMISE, NOW).orElseThrow();
        Attention before = new Attention(Severity.URGENT, NOW);
        Attention after = new Attention(Severity.URGENT, LATER);

        assertThat(resolved().alerted(before, LATER_PROMISE, "lost", LATER)).isEmpty();
        assertThat(withdrawn.alerted(before, LATER_PROMISE, "lost", LATER)).isEmpty();
        for (FollowUp closed : List.of(resolved(), withdrawn)) {
            FollowUp reopened = closed.alerted(after, LATER_PROMISE, "lost", LATER).orElseThrow();

            assertThat(reopened.state()).isEqualTo(FollowUpState.OPEN);
            assertThat(reopened.ledger().open()).contains(LATER_PROMISE);
            assertThat(reopened.history().entries().getLast().what()).isEqualTo(Happening.REOPENED);
        }
    }

    @Test
    void knowsNobodyAnyMoreOnceItIsErasedAndWaitsForNobody() {
        FollowUp erased =
                claimed.noted(ROBIN, NOW, LEASE, "Ada is angry.")
                        .replyChanged(Samples.written(2, need(), FIRST_LETTER), PROMISE, NOW)
                        .orElseThrow()
                        .erased(2, 0, LATER);

        assertThat(erased.toString())
                .doesNotContain("Ada", "ada@customer.example", "901820", "It came late", "wet");
        assertThat(erased.state()).isEqualTo(FollowUpState.WITHDRAWN);
        assertThat(erased.claim()).isEmpty();
        assertThat(erased.ledger().open()).isEmpty();
        assertThat(erased.history().entries())
                .extracting(HistoryEntry::what)
                .startsWith(Happening.OPENED, Happening.CLAIMED, Happening.NOTED)
                .endsWith(Happening.WITHDRAWN);
    }

    @Test
    void learnsNothingFromVersionsOfAReplyThatComeAfterItWasErased() {
        Reply late = Samples.written(2, need(), FIRST_LETTER);
        Reply verdict = Samples.verdict(3, 1, Optional.of(need()));
        FollowUp erased =
                resolved()
                        .judged(Samples.verdict(2, 1, Optional.empty()), PROMISE, NOW)
                        .orElseThrow()
                        .erased(2, 3, NOW);

        assertThat(erased.replyChanged(late, PROMISE, LATER)).isEmpty();
        assertThat(erased.judged(verdict, PROMISE, LATER)).isEmpty();
        assertThat(erased.toString()).doesNotContain("broken, too");
    }

    @Test
    void staysAsItEndedWhenItIsErased() {
        FollowUp erased = resolved().erased(1, 0, LATER);

        assertThat(erased.state()).isEqualTo(FollowUpState.RESOLVED);
        assertThat(erased.resolution()).isEqualTo(resolved().resolution());
        assertThat(erased.reply().answer()).isEqualTo(open.reply().answer());
        assertThat(erased.history().entries()).hasSameSizeAs(resolved().history().entries());
    }

    @Test
    void keepsWhyTheHouseItselfOpenedItWhenItIsErased() {
        FollowUp erased = unasked().erased(0, 0, LATER);

        assertThat(erased.history().entries().getFirst().text()).contains("late");
    }

    private static Attention need() {
        return new Attention(Severity.NORMAL, NOW);
    }

    private FollowUp unasked() {
        return FollowUp.openUnasked(
                open.id(),
                Metric.NPS,
                new Attention(Severity.NORMAL, NOW),
                PROMISE,
                open.customer(),
                "late",
                NOW);
    }

    private FollowUp resolved() {
        return claimed.resolved(
                ROBIN, new Resolution(Outcome.REPLACED, RootCause.LOST, NOW), Optional.empty());
    }

    private static Reply happy() {
        return Samples.happyReply(2);
    }
}

package dev.doorstep.emailreply;

import static dev.doorstep.emailreply.Samples.LINK;
import static dev.doorstep.emailreply.Samples.NOW;
import static dev.doorstep.emailreply.Samples.answered;
import static dev.doorstep.emailreply.Samples.cutOff;
import static dev.doorstep.emailreply.Samples.mail;
import static dev.doorstep.emailreply.Samples.score;
import static dev.doorstep.emailreply.Samples.scoreWithWords;
import static dev.doorstep.emailreply.Samples.thanks;
import static dev.doorstep.emailreply.Samples.unclear;
import static dev.doorstep.emailreply.Samples.withPhotograph;
import static dev.doorstep.emailreply.Samples.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.emailreply.score.Cause;
import dev.doorstep.emailreply.score.Reading;
import dev.doorstep.emailreply.score.Tier;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class RecordingTest {
    private static final Duration WINDOW = Duration.ofDays(14);
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    private final Recording recording = new Recording(Samples.PROGRAMME);

    @Test
    void recordsAScore() {
        Reply reply = after(scoreWithWords("1", NOW, 9));

        assertThat(reply.answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply.channel()).isEqualTo(Channel.MAIL);
        assertThat(reply.evidence()).isEqualTo(Evidence.MAIL);
        assertThat(reply.comment()).contains("9, because");
        assertThat(reply.version()).isEqualTo(1);
        assertThat(reply.recordedAt()).isEqualTo(NOW);
        assertThat(reply.attention()).isEmpty();
        assertThat(kinds(reply)).containsExactly(Letter.Kind.SCORED);
        assertThat(reply.letters().getFirst().key()).isEqualTo("mails/1");
    }

    @Test
    void leavesAnUnhappyCustomerToAPerson() {
        assertThat(after(score("1", NOW, 6)).attention())
                .contains(new Attention(Severity.NORMAL, NOW));
        assertThat(after(score("1", NOW, 2)).attention())
                .contains(new Attention(Severity.URGENT, NOW));
    }

    @Test
    void knowsACopyOfAMail() {
        Reply reply = after(score("1", NOW, 9));

        assertThat(recording.next(Optional.of(reply), LINK, score("1", LATER, 9), LATER)).isEmpty();
    }

    @Test
    void takesALaterMailInsteadOfAnEarlierOne() {
        Reply reply =
                after(after(scoreWithWords("1", NOW, 3)), scoreWithWords("2", LATER, 9), LATER);

        assertThat(reply.answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply.comment()).as("that of the score").contains("9, because");
        assertThat(reply.recordedAt()).isEqualTo(NOW);
        assertThat(reply.changedAt()).isEqualTo(LATER);
        assertThat(reply.version()).isEqualTo(2);
        assertThat(reply.earlier())
                .containsExactly(new Reply.Earlier(1, new Answer.Score(3), Evidence.MAIL, NOW));
        assertThat(reply.letters()).extracting(Letter::id).containsExactly("1", "2");
    }

    @Test
    void takesNoEarlierMailInsteadOfALaterOneThatCameFirst() {
        Reply reply = after(after(score("2", LATER, 9)), score("1", NOW, 3), LATER);

        assertThat(reply.answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply.letters()).extracting(Letter::id).containsExactly("1", "2");
        assertThat(kinds(reply))
                .as("support hears that the customer was unhappy")
                .containsExactly(Letter.Kind.TO_READ, Letter.Kind.SCORED);
    }

    @Test
    void takesAScoreThatComesAfterAMailThatWasWrittenLaterAndHadNone() {
        Reply reply = after(after(words("2", LATER)), score("1", NOW, 9), LATER);

        assertThat(reply.answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply.comment()).contains("The box was open.");
    }

    @Test
    void opensTheWindowWithTheFirstScoreNotWithWordsBeforeTheQuestion() {
        Reply words = after(words("1", NOW));
        Instant asked = NOW.plus(WINDOW).plusSeconds(60);
        Instant thenAgain = asked.plusSeconds(60);

        Reply scored = after(words, score("2", asked, 9), asked);
        Reply changed = after(scored, score("3", thenAgain, 8), thenAgain);

        assertThat(scored.answer()).isEqualTo(new Answer.Score(9));
        assertThat(scored.recordedAt()).isEqualTo(asked);
        assertThat(changed.answer()).isEqualTo(new Answer.Score(8));
        assertThat(changed.recordedAt()).isEqualTo(asked);
        assertThat(changed.startedAt()).isEqualTo(NOW);
    }

    @Test
    void takesAMailForACommentOnceTheWindowIsClosed() {
        Reply before = after(score("1", NOW, 9));
        Instant last = NOW.plus(WINDOW).minusMillis(1);
        Instant closed = NOW.plus(WINDOW);

        Reply open = after(before, score("2", last, 3), last);
        Reply over = after(before, score("2", closed, 3), closed);

        assertThat(open.answer()).isEqualTo(new Answer.Score(3));
        assertThat(over.answer()).isEqualTo(new Answer.Score(9));
        assertThat(over.comment()).contains("9");
        assertThat(kinds(over)).containsExactly(Letter.Kind.SCORED, Letter.Kind.TO_READ);
        assertThat(over.attention()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "AGENT"})
    void letsTheAnswerOfThePageAndOfSupportStand(Evidence evidence) {
        Reply before = answered(evidence, new Answer.Score(9), NOW);

        Reply reply = after(before, scoreWithWords("1", LATER, 3), LATER);

        assertThat(reply.answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply.evidence()).isEqualTo(evidence);
        assertThat(reply.channel()).isEqualTo(before.channel());
        assertThat(reply.comment()).isEqualTo(before.comment());
        assertThat(reply.contactWish()).isEqualTo(before.contactWish());
        assertThat(reply.earlier()).isEmpty();
        assertThat(kinds(reply)).containsExactly(Letter.Kind.TO_READ);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 9, 10})
    void passesOverAScoreAloneThatIsNoWorseThanThatOfThePage(int score) {
        Reply before = answered(Evidence.CONFIRMED, new Answer.Score(9), NOW);

        Reply reply = after(before, score("1", LATER, score), LATER);

        assertThat(reply.answer()).isEqualTo(new Answer.Score(9));
        assertThat(kinds(reply)).containsExactly(Letter.Kind.SCORED);
    }

    @Test
    void passesOverABadScoreAloneWherePeopleKnowAlreadyThatTheCustomerIsUnhappy() {
        for (Answer unhappy : List.of(new Answer.Score(2), new Answer.NotReceived())) {
            Reply before = answered(Evidence.CONFIRMED, unhappy, NOW);

            Reply reply = after(before, score("1", LATER, 1), LATER);

            assertThat(reply.answer()).isEqualTo(unhappy);
            assertThat(kinds(reply)).containsExactly(Letter.Kind.SCORED);
        }
    }

    @Test
    void asksBackOnceAndLeavesTheSecondMailToAPerson() {
        Reply first = after(unclear("1", NOW));
        Reply second = after(first, unclear("2", LATER), LATER);

        assertThat(first.answer()).isEqualTo(new Answer.Unscored());
        assertThat(first.attention()).isEmpty();
        assertThat(kinds(first)).containsExactly(Letter.Kind.UNCLEAR);
        assertThat(kinds(second)).containsExactly(Letter.Kind.UNCLEAR, Letter.Kind.TO_READ);
        assertThat(second.attention()).contains(new Attention(Severity.NORMAL, LATER));
    }

    @Test
    void takesTheAnswerToTheQuestionBackAndKeepsWhatWasWrittenFirst() {
        Reply reply = after(after(unclear("1", NOW)), score("2", LATER, 8), LATER);

        assertThat(reply.answer()).isEqualTo(new Answer.Score(8));
        assertThat(reply.comment()).contains("7 or 8");
        assertThat(kinds(reply)).containsExactly(Letter.Kind.UNCLEAR, Letter.Kind.SCORED);
    }

    @Test
    void asksBackAboutThanksAlone() {
        assertThat(kinds(after(thanks("1", NOW)))).containsExactly(Letter.Kind.UNCLEAR);
        assertThat(kinds(after(mail("1", NOW, "", new Reading.None()))))
                .as("neither thanks nor anything else")
                .containsExactly(Letter.Kind.TO_READ);
    }

    @Test
    void leavesWordsToAPerson() {
        Reply reply = after(words("1", NOW));

        assertThat(reply.answer()).isEqualTo(new Answer.Unscored());
        assertThat(reply.comment()).contains("The box was open.");
        assertThat(reply.attention()).contains(new Attention(Severity.NORMAL, NOW));
        assertThat(kinds(reply)).containsExactly(Letter.Kind.TO_READ);
    }

    @Test
    void leavesAnUnclearMailWithManyWordsToAPerson() {
        Reading unclear = new Reading.Unclear(Cause.SEVERAL);

        assertThat(kinds(after(mail("1", NOW, "7 or 8 I would say", unclear))))
                .containsExactly(Letter.Kind.UNCLEAR);
        assertThat(kinds(after(mail("1", NOW, "7 or 8\nI would say, perhaps", unclear))))
                .containsExactly(Letter.Kind.TO_READ);
    }

    @Test
    void recordsAScoreThatItsWordsContradictAndLeavesItToAPerson() {
        Reading reading = new Reading.Score(10, Tier.FIRST, true);

        Reply reply = after(mail("1", NOW, "10, terrible", reading));

        assertThat(reply.answer()).isEqualTo(new Answer.Score(10));
        assertThat(kinds(reply)).containsExactly(Letter.Kind.TO_READ);
        assertThat(reply.attention()).isPresent();
    }

    @Test
    void leavesPhotographsToAPersonHoweverClearTheScore() {
        Reply reply = after(withPhotograph(score("1", NOW, 9)));
        Reply later =
                after(
                        answered(Evidence.CONFIRMED, new Answer.Score(9), NOW),
                        withPhotograph(score("1", LATER, 9)),
                        LATER);

        assertThat(reply.answer()).isEqualTo(new Answer.Score(9));
        assertThat(kinds(reply)).containsExactly(Letter.Kind.TO_READ);
        assertThat(reply.letters().getFirst().attachments()).hasSize(1);
        assertThat(kinds(later)).containsExactly(Letter.Kind.TO_READ);
    }

    @Test
    void leavesAMailOfWhichThereIsMoreToAPerson() {
        assertThat(kinds(after(cutOff(score("1", NOW, 9))))).containsExactly(Letter.Kind.TO_READ);
        assertThat(kinds(after(cutOff(unclear("1", NOW))))).containsExactly(Letter.Kind.TO_READ);
    }

    @Test
    void takesAMailInsteadOfAllThatAMachinePressed() {
        Reply before = answered(Evidence.SUSPECT, new Answer.Score(0), NOW);

        Reply reply = after(before, scoreWithWords("1", LATER, 9), LATER);

        assertThat(reply.answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply.evidence()).isEqualTo(Evidence.MAIL);
        assertThat(reply.channel()).isEqualTo(Channel.MAIL);
        assertThat(reply.reasons()).isEmpty();
        assertThat(reply.comment()).contains("9, because");
        assertThat(reply.contactWish()).isEmpty();
        assertThat(reply.attention()).isEmpty();
        assertThat(reply.earlier())
                .containsExactly(new Reply.Earlier(1, new Answer.Score(0), Evidence.SUSPECT, NOW));
        assertThat(reply.locale()).contains(Locale.FRENCH);
    }

    @Test
    void neverMakesAMachinesScoreThatOfAMailWithoutOne() {
        Reply before = answered(Evidence.SUSPECT, new Answer.Score(0), NOW);

        Reply unclear = after(before, unclear("1", LATER), LATER);
        Reply words = after(before, words("1", LATER), LATER);

        assertThat(unclear.answer()).isEqualTo(new Answer.Unscored());
        assertThat(unclear.evidence()).isEqualTo(Evidence.MAIL);
        assertThat(unclear.attention()).isEmpty();
        assertThat(kinds(unclear)).containsExactly(Letter.Kind.UNCLEAR);
        assertThat(words.answer()).isEqualTo(new Answer.Unscored());
        assertThat(kinds(words)).containsExactly(Letter.Kind.TO_READ);
    }

    @Test
    void opensTheWindowWithTheFirstMailNotWithAMachine() {
        Reply before = answered(Evidence.SUSPECT, new Answer.Score(0), NOW);
        Instant first = NOW.plus(WINDOW).plusSeconds(1);
        Instant second = first.plusSeconds(1);

        Reply reply =
                after(after(before, score("1", first, 9), first), score("2", second, 3), second);

        assertThat(reply.answer()).isEqualTo(new Answer.Score(3));
        assertThat(reply.recordedAt()).isEqualTo(first);
    }

    @Test
    void keepsTwentyLetters() {
        Optional<Reply> reply = Optional.empty();
        for (int i = 0; i < 25; i++) {
            Instant at = NOW.plusSeconds(i);
            reply = recording.next(reply, LINK, score("" + i, at, 9), at);
        }

        assertThat(reply.orElseThrow().letters())
                .hasSize(20)
                .extracting(Letter::id)
                .startsWith("5")
                .endsWith("24");
    }

    @Test
    void forgetsNoLetterThatAPersonMustReadWhileThereAreOthers() {
        Optional<Reply> reply = recording.next(Optional.empty(), LINK, words("first", NOW), NOW);
        for (int i = 0; i < 25; i++) {
            Instant at = LATER.plusSeconds(i);
            reply = recording.next(reply, LINK, score("" + i, at, 9), at);
        }

        assertThat(reply.orElseThrow().letters())
                .hasSize(20)
                .extracting(Letter::id)
                .startsWith("first");
        assertThat(reply.orElseThrow().attention()).contains(new Attention(Severity.NORMAL, NOW));
    }

    @Test
    void keepsTheBeginningOfALongMailAndCutsNoCharacterInTwo() {
        String even = "x".repeat(3999) + "📦 and more";
        String odd = "x".repeat(4000) + "📦 and more";
        String box = "x".repeat(3998) + "📦 and more";

        assertThat(textOf(even)).isEqualTo("x".repeat(3999));
        assertThat(textOf(odd)).isEqualTo("x".repeat(4000));
        assertThat(textOf(box)).isEqualTo("x".repeat(3998) + "📦");
        assertThat(textOf("x".repeat(4000))).hasSize(4000);
    }

    @Test
    void leavesAMailThatCannotBeAskedBackAboutToAPerson() {
        Reply before = after(unclear("1", NOW));

        Reply reply = recording.toRead(before, LINK, "1", LATER).orElseThrow();

        assertThat(kinds(reply)).containsExactly(Letter.Kind.TO_READ);
        assertThat(reply.attention()).contains(new Attention(Severity.NORMAL, LATER));
        assertThat(reply.comment()).contains("7 or 8");
        assertThat(reply.version()).isEqualTo(2);
        assertThat(recording.toRead(reply, LINK, "1", LATER)).as("again").isEmpty();
        assertThat(recording.toRead(reply, LINK, "other", LATER)).isEmpty();
    }

    @Test
    void leavesAMailBesideAnAnswerToAPersonWithoutChangingTheAnswer() {
        Reply before = after(unclear("1", NOW));
        Reply scored = after(before, score("2", LATER, 9), LATER);

        Reply reply = recording.toRead(scored, LINK, "1", LATER).orElseThrow();

        assertThat(reply.answer()).isEqualTo(new Answer.Score(9));
        assertThat(kinds(reply)).containsExactly(Letter.Kind.TO_READ, Letter.Kind.SCORED);
    }

    @Test
    void keepsTheWishOfWhoAnsweredOnThePage() {
        Reply before = answered(Evidence.CONFIRMED, new Answer.Score(9), NOW);

        Reply reply = after(before, words("1", LATER), LATER);

        assertThat(reply.contactWish()).contains(ContactChannel.MAIL);
        assertThat(reply.editKeyHash()).isEqualTo(before.editKeyHash());
        assertThat(reply.pressHash()).isEqualTo(before.pressHash());
    }

    private String textOf(String text) {
        return after(mail("1", NOW, text, new Reading.None())).letters().getFirst().text();
    }

    private Reply after(Received first) {
        return recording.next(Optional.empty(), LINK, first, NOW).orElseThrow();
    }

    private Reply after(Reply before, Received mail, Instant now) {
        return recording.next(Optional.of(before), LINK, mail, now).orElseThrow();
    }

    private static List<Letter.Kind> kinds(Reply reply) {
        return reply.letters().stream().map(Letter::kind).toList();
    }
}

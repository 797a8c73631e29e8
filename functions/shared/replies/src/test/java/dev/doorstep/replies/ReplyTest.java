package dev.doorstep.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.programme.Metric;
import dev.doorstep.surveys.SurveyId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class ReplyTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Attention NORMAL = new Attention(Severity.NORMAL, NOW);

    @ParameterizedTest
    @CsvSource({"MAIL, true", "SUSPECT, true", "CONFIRMED, false", "AGENT, false", "IMPORT, false"})
    void givesWayToThePageUnlessAPersonPressedOrSaidIt(Evidence evidence, boolean givesWay) {
        assertThat(reply(evidence, Optional.empty()).givesWayToPage()).isEqualTo(givesWay);
    }

    @Test
    void hasALetterToReadIfOnlyOneOfManyMustBe() {
        Letter scored = letter("01", Letter.Kind.SCORED, NOW);
        Letter unclear = letter("02", Letter.Kind.UNCLEAR, NOW);
        Letter toRead = letter("03", Letter.Kind.TO_READ, NOW);

        assertThat(with(NORMAL).hasLetterToRead()).isFalse();
        assertThat(with(NORMAL, scored, unclear).hasLetterToRead()).isFalse();
        assertThat(with(NORMAL, scored, toRead, unclear).hasLetterToRead()).isTrue();
    }

    @Test
    void needsSomeoneSinceTheLastLetterThatMustBeRead() {
        Letter first = letter("01", Letter.Kind.TO_READ, NOW.plusSeconds(60));
        Letter last = letter("02", Letter.Kind.TO_READ, LATER);

        assertThat(with(NORMAL, last, first).lastNeed())
                .contains(new Attention(Severity.NORMAL, LATER));
    }

    @Test
    void keepsTheUrgencyOfItsNeedWhenALetterComesLater() {
        Attention urgent = new Attention(Severity.URGENT, NOW);

        assertThat(with(urgent, letter("01", Letter.Kind.TO_READ, LATER)).lastNeed())
                .contains(new Attention(Severity.URGENT, LATER));
    }

    @Test
    void isNotStirredByLettersThatNobodyMustReadNorByOlderOnes() {
        assertThat(
                        with(
                                        NORMAL,
                                        letter("01", Letter.Kind.TO_READ, NOW.minusSeconds(1)),
                                        letter("02", Letter.Kind.SCORED, LATER),
                                        letter("03", Letter.Kind.UNCLEAR, LATER))
                                .lastNeed())
                .contains(NORMAL);
        assertThat(with(NORMAL).lastNeed()).contains(NORMAL);
    }

    @Test
    void needsNobodyIfItNeedsNoAttention() {
        Reply reply = reply(Evidence.SUSPECT, Optional.empty(), toRead(LATER));

        assertThat(reply.lastNeed()).isEmpty();
    }

    @Test
    void becomesThePastOfTheReplyThatTakesItsPlace() {
        Reply.Earlier before =
                new Reply.Earlier(1, new Answer.Unscored(), Evidence.MAIL, NOW.minusSeconds(60));
        Reply reply = reply(2, List.of(before));

        assertThat(reply.earlierWithThis())
                .containsExactly(
                        before, new Reply.Earlier(2, new Answer.Score(3), Evidence.MAIL, NOW));
        assertThat(reply.earlier()).containsExactly(before);
    }

    @Test
    void remembersTheLatestOfAllThatItEverWas() {
        List<Reply.Earlier> many =
                IntStream.rangeClosed(1, 50)
                        .mapToObj(
                                version ->
                                        new Reply.Earlier(
                                                version, new Answer.Score(5), Evidence.MAIL, NOW))
                        .toList();

        assertThat(reply(51, many).earlierWithThis())
                .hasSize(50)
                .startsWith(many.get(1))
                .endsWith(new Reply.Earlier(51, new Answer.Score(3), Evidence.MAIL, NOW));
    }

    private static Reply with(Attention attention, Letter... letters) {
        return reply(Evidence.MAIL, Optional.of(attention), letters);
    }

    private static Reply reply(
            Evidence evidence, Optional<Attention> attention, Letter... letters) {
        return reply(evidence, attention, 1, List.of(), List.of(letters));
    }

    private static Reply reply(int version, List<Reply.Earlier> earlier) {
        return reply(Evidence.MAIL, Optional.empty(), version, earlier, List.of());
    }

    private static Reply reply(
            Evidence evidence,
            Optional<Attention> attention,
            int version,
            List<Reply.Earlier> earlier,
            List<Letter> letters) {
        return new Reply(
                SurveyId.parse("A-1001~delivery"),
                Metric.NPS,
                new Answer.Score(3),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Channel.MAIL,
                evidence,
                NOW,
                NOW,
                version,
                attention,
                Optional.empty(),
                Optional.empty(),
                earlier,
                0,
                letters,
                Optional.empty());
    }

    private static Letter toRead(Instant at) {
        return letter("01", Letter.Kind.TO_READ, at);
    }

    private static Letter letter(String id, Letter.Kind kind, Instant at) {
        return new Letter(id, kind, "mails/" + id, at, "Hello.", List.of());
    }
}

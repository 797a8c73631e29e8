package dev.doorstep.replies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.programme.Metric;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Tables;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

class RepliesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final SurveyId SURVEY = SurveyId.parse("A-1001~delivery");

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final Replies replies = new Replies(dynamoDb, Tables.create("RepliesTable"));

    @Test
    void readsBackAllThatAReplySays() {
        Reply full = full();

        write(full);

        assertThat(replies.find(SURVEY)).contains(full);
    }

    @Test
    void tellsAParcelThatHasNotComeFromAScore() {
        write(reply(1, new Answer.NotReceived()));

        assertThat(replies.find(SURVEY).orElseThrow().answer()).isEqualTo(new Answer.NotReceived());
    }

    @Test
    void tellsALetterWithoutAScoreFromAParcelThatHasNotCome() {
        write(reply(1, new Answer.Unscored()));

        assertThat(replies.find(SURVEY).orElseThrow().answer()).isEqualTo(new Answer.Unscored());
    }

    @Test
    void showsAllOfTheTableAPageAtATime() {
        Set<SurveyId> written = new HashSet<>();
        for (int i = 0; i < 30; i++) {
            Reply large = large(SurveyId.parse("A-" + i + "~delivery"));
            write(large);
            written.add(large.survey());
        }

        List<List<Reply>> pages = new ArrayList<>();
        replies.readAll(pages::add);

        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages.stream().flatMap(List::stream).map(Reply::survey))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void findsManyAtOnceAndLeavesOutThoseThatThereAreNot() {
        Set<SurveyId> asked = new HashSet<>();
        for (int i = 0; i < 130; i++) {
            SurveyId survey = SurveyId.parse("A-" + i + "~delivery");
            asked.add(survey);
            if (i % 2 == 0) {
                write(large(survey));
            }
        }

        List<Reply> found = replies.findAll(asked, Consistency.STRONG);

        assertThat(found).hasSize(65).allMatch(reply -> reply.equals(large(reply.survey())));
        assertThat(replies.findAll(Set.of(), Consistency.STRONG)).isEmpty();
    }

    @Test
    void takesTheNextVersionOnly() {
        Reply first = reply(1, new Answer.Score(9));
        Reply second = reply(2, new Answer.Score(3));
        write(first);
        assertThat(replies.write(Optional.of(first), second)).isTrue();

        assertThat(replies.write(reply(1, new Answer.Score(5)))).isFalse();
        assertThat(replies.change(first, reply(2, new Answer.Score(5)))).isFalse();
        assertThat(replies.change(reply(3, new Answer.Score(5)), reply(4, new Answer.Score(5))))
                .isFalse();
        assertThat(replies.find(SURVEY).orElseThrow().answer()).isEqualTo(new Answer.Score(3));
    }

    @Test
    void refusesAScoreThatIsNotOnTheScale() {
        assertThatThrownBy(() -> reply(1, new Answer.Score(11)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void erasesWhatTheCustomerWroteAndCountsAsItDid() {
        write(full());

        Reply erased = replies.erase(SURVEY, _ -> true).orElseThrow();

        assertThat(replies.find(SURVEY)).contains(erased);
        assertThat(erased.toString()).doesNotContain("lamp", "wet", "mails/1", "photographs");
        assertThat(erased.attention()).isEmpty();
        assertThat(erased.editKeyHash()).isEmpty();
        assertThat(erased.version()).isEqualTo(full().version());
        assertThat(erased.answer()).isEqualTo(full().answer());
        assertThat(erased.reasons()).isEqualTo(full().reasons());
        assertThat(erased.earlier()).isEqualTo(full().earlier());
        assertThat(replies.erase(SURVEY, _ -> true)).contains(erased);
    }

    @Test
    void letsNoWriterBringBackWhatWasErasedMeanwhile() {
        write(full());
        Reply before = replies.find(SURVEY).orElseThrow();

        Reply erased = replies.erase(SURVEY, _ -> true).orElseThrow();

        assertThat(replies.change(before, after(before))).isFalse();
        assertThat(replies.find(SURVEY)).contains(erased);
        assertThat(replies.change(erased, after(erased))).isTrue();
    }

    @Test
    void hasNothingToEraseWhereNobodyAnswered() {
        assertThat(replies.erase(SURVEY, _ -> true)).isEmpty();
    }

    private void write(Reply reply) {
        assertThat(replies.write(reply)).isTrue();
    }

    private static Reply large(SurveyId survey) {
        Letter letter =
                new Letter(
                        "0f", Letter.Kind.TO_READ, "mails/1", NOW, "x".repeat(50_000), List.of());
        return new Reply(
                survey,
                Metric.NPS,
                new Answer.Score(3),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Channel.MAIL,
                Evidence.MAIL,
                NOW,
                NOW,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                List.of(letter),
                Optional.empty());
    }

    private static Reply full() {
        return new Reply(
                SURVEY,
                Metric.NPS,
                new Answer.Score(3),
                List.of("late", "damaged"),
                Optional.of("The lamp is broken."),
                Optional.of(ContactChannel.PHONE),
                Channel.PAGE,
                Evidence.CONFIRMED,
                NOW,
                NOW.plusSeconds(60),
                1,
                Optional.of(new Attention(Severity.NORMAL, NOW)),
                Optional.of("key"),
                Optional.of("press"),
                List.of(new Reply.Earlier(1, new Answer.NotReceived(), Evidence.SUSPECT, NOW)),
                2,
                List.of(
                        new Letter(
                                "0f",
                                Letter.Kind.TO_READ,
                                "mails/1",
                                NOW,
                                "The box was wet.",
                                List.of(new Attachment("photographs/0f/1", "image/png", 7)))),
                Optional.of(Locale.FRENCH),
                Optional.of("agent-1"),
                NOW.minusSeconds(3600));
    }

    /** The same, pressed once more. */
    private static Reply after(Reply reply) {
        return new Reply(
                reply.survey(),
                reply.metric(),
                reply.answer(),
                reply.reasons(),
                reply.comment(),
                reply.contactWish(),
                reply.channel(),
                reply.evidence(),
                reply.recordedAt(),
                NOW.plusSeconds(90),
                reply.version() + 1,
                reply.attention(),
                reply.editKeyHash(),
                Optional.of("another press"),
                reply.earlierWithThis(),
                reply.signals(),
                reply.letters(),
                reply.locale(),
                reply.recordedBy(),
                reply.startedAt());
    }

    private static Reply reply(int version, Answer answer) {
        return new Reply(
                SURVEY,
                Metric.NPS,
                answer,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                Evidence.CONFIRMED,
                NOW,
                NOW,
                version,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                List.of(),
                Optional.empty());
    }
}

package dev.doorstep.emailreply;

import static dev.doorstep.emailreply.Inbox.ADDRESS;
import static dev.doorstep.emailreply.Inbox.NOW;
import static dev.doorstep.emailreply.Inbox.SURVEY;

import static org.assertj.core.api.Assertions.assertThat;

import dev.doorstep.contacts.SuppressionReason;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attachment;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Reply;
import dev.doorstep.testing.Events;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

class EmailReplyTest {
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final String ALL_WELL = "{\"batchItemFailures\":[]}";
    private static final String FAILED = "{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}";

    private final Inbox inbox = new Inbox();

    @AfterEach
    void stop() {
        inbox.close();
    }

    @Test
    void recordsAScoreOnceEvenWhenTheMessageIsRedelivered() {
        String first = inbox.receive("reply-nine");
        Reply once = reply();
        String second = inbox.receive("reply-nine", LATER);

        assertThat(first).isEqualTo(ALL_WELL).isEqualTo(second);
        assertThat(once.answer()).isEqualTo(new Answer.Score(9));
        assertThat(once.channel()).isEqualTo(Channel.MAIL);
        assertThat(once.evidence()).isEqualTo(Evidence.MAIL);
        assertThat(once.comment()).contains("9, because the courier was quick.");
        assertThat(once.recordedAt()).isEqualTo(NOW);
        assertThat(once.letters())
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.kind()).isEqualTo(Letter.Kind.SCORED);
                            assertThat(letter.key()).isEqualTo("mails/reply-nine");
                            assertThat(letter.receivedAt())
                                    .isEqualTo(Instant.parse("2026-11-25T09:45:06.789Z"));
                        });
        assertThat(reply()).isEqualTo(once);
        assertThat(inbox.ses.requests()).isEmpty();
    }

    @Test
    void recordsTwoCopiesOfAMailOnce() {
        inbox.receive("reply-nine", "one", NOW);
        inbox.receive("reply-nine", "two", LATER);

        assertThat(reply().version()).isEqualTo(1);
        assertThat(reply().letters()).extracting(Letter::key).containsExactly("mails/one");
    }

    @Test
    void recordsAMailOnceWhenManyReadItAtOnce() throws Exception {
        Callable<String> receive = () -> inbox.receive("reply-nine");

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> done :
                    threads.invokeAll(List.of(receive, receive, receive, receive))) {
                assertThat(done.get()).isEqualTo(ALL_WELL);
            }
        }

        assertThat(reply().version()).isEqualTo(1);
        assertThat(reply().letters()).hasSize(1);
    }

    @Test
    void takesALaterMailInsteadOfAnEarlierOne() {
        inbox.receive("reply-nine");
        inbox.receive("reply-three", LATER);

        assertThat(reply().answer()).isEqualTo(new Answer.Score(3));
        assertThat(reply().attention()).isPresent();
        assertThat(reply().letters()).hasSize(2);
    }

    @Test
    void readsAllMailsOfANotification() {
        inbox.put("mails/reply-nine", Events.read("email-reply/reply-nine.eml"));
        inbox.put("mails/a name+with 50% ü", Events.read("email-reply/words.eml"));

        String result = inbox.handle(Events.stream("email-reply/two-mails-arrived.json"), NOW);

        assertThat(result).isEqualTo(ALL_WELL);
        assertThat(reply().letters())
                .extracting(Letter::key)
                .containsExactly("mails/reply-nine", "mails/a name+with 50% ü");
    }

    @Test
    void passesOverANotificationThatOnlyTries() {
        String result = inbox.handle(Events.stream("email-reply/test-event.json"), NOW);

        assertThat(result).isEqualTo(ALL_WELL);
        assertThat(inbox.reply()).isEmpty();
    }

    @Test
    void failsBadMessagesAloneAndReadsTheirNeighbour() {
        inbox.put("mails/reply-nine", Events.read("email-reply/reply-nine.eml"));

        String result = inbox.handle(Events.stream("email-reply/bad-among-good.json"), NOW);

        assertThat(
                        Json.parseObject(result.getBytes(StandardCharsets.UTF_8))
                                .objects("batchItemFailures"))
                .extracting(failure -> failure.string("itemIdentifier"))
                .containsExactly("m-1", "m-2", "m-4");
        assertThat(reply().answer()).isEqualTo(new Answer.Score(9));
    }

    @Test
    void passesOverAMailThatIsNoLongerThere() {
        String result = inbox.handle(Events.stream("email-reply/mail-arrived.json"), NOW);

        assertThat(result).isEqualTo(ALL_WELL);
        assertThat(inbox.reply()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "virus",
                "spam",
                "forged",
                "unknown-address",
                "expired",
                "out-of-office",
                "from-someone-else",
                "from-someone-in-disguise",
                "from-two"
            })
    void readsNothingInAMailThatIsNotTheCustomersReply(String mail) {
        inbox.knowOrder();

        String first = inbox.receive(mail);
        String second = inbox.receive(mail, LATER);

        assertThat(first).isEqualTo(ALL_WELL).isEqualTo(second);
        assertThat(inbox.reply()).isEmpty();
        assertThat(inbox.ses.requests()).isEmpty();
        assertThat(inbox.contact().isSuppressed()).isFalse();
        assertThat(inbox.s3.objects()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with-label", "blind-copy"})
    void readsTheCustomersReply(String mail) {
        inbox.receive(mail);

        assertThat(reply().answer()).isEqualTo(new Answer.Score(9));
    }

    @Test
    void asksNoMoreQuestionsOfWhoWritesStop() {
        String first = inbox.receive("unsubscribe");
        String second = inbox.receive("unsubscribe", LATER);

        assertThat(first).isEqualTo(ALL_WELL).isEqualTo(second);
        assertThat(inbox.contact().suppression()).contains(SuppressionReason.UNSUBSCRIBED);
        assertThat(inbox.reply()).isEmpty();
        assertThat(inbox.ses.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply-nine", "no-words", "unclear", "unsubscribe", "words"})
    void leavesToAPersonWhateverIsWrittenToAMailThatAskedNothing(String mail) {
        inbox.knowOrder();
        inbox.tellOfDelay();

        inbox.receive(mail);

        assertThat(kinds()).containsExactly(Letter.Kind.TO_READ);
        assertThat(reply().answer()).isEqualTo(new Answer.Unscored());
        assertThat(reply().attention()).isPresent();
        assertThat(inbox.contact().suppression()).isEmpty();
        assertThat(inbox.ses.requests()).isEmpty();
    }

    @Test
    void asksBackOnceAndOnlyTheAddressThatWasAsked() {
        inbox.knowOrder();

        inbox.receive("unclear");
        Reply once = reply();
        inbox.receive("unclear", LATER);
        inbox.receive("unclear", "copy", LATER);

        assertThat(once.answer()).isEqualTo(new Answer.Unscored());
        assertThat(kinds()).containsExactly(Letter.Kind.UNCLEAR);
        assertThat(reply()).isEqualTo(once);
        assertThat(inbox.ses.requests()).hasSize(1);
        assertThat(inbox.ses.requests().getFirst().object("Destination").strings("ToAddresses"))
                .containsExactly(ADDRESS);
        assertThat(headers().map(header -> header.string("Name")))
                .contains("Auto-Submitted", "X-Doorstep-Survey");
    }

    @Test
    void asksTheStoredAddressBackWhateverLabelTheCustomerWritesWith() {
        inbox.knowOrder();

        inbox.put(
                "mails/reply-nine",
                new String(Events.read("email-reply/unclear.eml"), StandardCharsets.UTF_8)
                        .replace(
                                "ada.lovelace@customer.example>\nTo",
                                "ada.lovelace+x@customer.example>\nTo")
                        .getBytes(StandardCharsets.UTF_8));
        inbox.handle(Events.stream("email-reply/mail-arrived.json"), NOW);

        assertThat(inbox.ses.requests().getFirst().object("Destination").strings("ToAddresses"))
                .containsExactly(ADDRESS);
    }

    @Test
    void leavesASecondUnclearMailToAPerson() {
        inbox.knowOrder();

        inbox.receive("unclear");
        inbox.receive("unclear-again", LATER);

        assertThat(kinds()).containsExactly(Letter.Kind.UNCLEAR, Letter.Kind.TO_READ);
        assertThat(reply().attention()).isPresent();
        assertThat(inbox.ses.requests()).hasSize(1);
    }

    @Test
    void readsTheAnswerToTheQuestionBack() {
        inbox.knowOrder();

        inbox.receive("unclear");
        inbox.receive("reply-nine", LATER);

        assertThat(reply().answer()).isEqualTo(new Answer.Score(9));
        assertThat(inbox.ses.requests()).hasSize(1);
    }

    @Test
    void asksBackAboutThanks() {
        inbox.knowOrder();

        inbox.receive("no-words");

        assertThat(kinds()).containsExactly(Letter.Kind.UNCLEAR);
        assertThat(inbox.ses.requests()).hasSize(1);
    }

    @Test
    void leavesAnUnclearMailToAPersonWhereNoAddressIsKnown() {
        String result = inbox.receive("unclear");
        Reply once = reply();
        inbox.receive("unclear", LATER);

        assertThat(result).isEqualTo(ALL_WELL);
        assertThat(kinds()).containsExactly(Letter.Kind.TO_READ);
        assertThat(once.attention()).isPresent();
        assertThat(reply()).isEqualTo(once);
        assertThat(inbox.ses.requests()).isEmpty();
    }

    @Test
    void leavesAnUnclearMailToAPersonWhereSesRefusesToAsk() {
        inbox.knowOrder();
        inbox.ses.fail(400, "MessageRejected");

        String result = inbox.receive("unclear");
        inbox.receive("unclear", LATER);

        assertThat(result).isEqualTo(ALL_WELL);
        assertThat(kinds()).containsExactly(Letter.Kind.TO_READ);
        assertThat(reply().attention()).isPresent();
        assertThat(inbox.ses.requests()).hasSize(1);
    }

    @Test
    void asksNobodyBackWhoWantsNoMoreQuestions() {
        inbox.knowOrder();

        inbox.receive("unsubscribe");
        inbox.receive("unclear", LATER);

        assertThat(inbox.ses.requests()).isEmpty();
        assertThat(kinds()).containsExactly(Letter.Kind.TO_READ);
    }

    @Test
    void triesAgainWhenSesTakesNoMailsNow() {
        inbox.knowOrder();
        inbox.ses.fail(429, "TooManyRequestsException");

        String first = inbox.receive("unclear");
        String second = inbox.receive("unclear", LATER);

        assertThat(first).isEqualTo(FAILED);
        assertThat(second).isEqualTo(ALL_WELL);
        assertThat(inbox.ses.requests()).as("refused once, taken once").hasSize(2);
        assertThat(kinds()).containsExactly(Letter.Kind.UNCLEAR);
    }

    @Test
    void waitsForWordOfAMailOfWhichItIsNotKnownWhetherItWentOut() {
        inbox.knowOrder();
        inbox.ses.dropConnection();

        String first = inbox.receive("unclear");
        String soon = inbox.receive("unclear", NOW.plusSeconds(360));
        String afterwards = inbox.receive("unclear", LATER);

        assertThat(first).isEqualTo(FAILED).isEqualTo(soon);
        assertThat(afterwards).isEqualTo(ALL_WELL);
        assertThat(inbox.ses.requests()).as("no word for half an hour: asked again").hasSize(2);
        assertThat(kinds()).containsExactly(Letter.Kind.UNCLEAR);
    }

    @Test
    void leavesWordsToAPersonAndAsksNothingBack() {
        inbox.knowOrder();

        inbox.receive("words");

        assertThat(reply().answer()).isEqualTo(new Answer.Unscored());
        assertThat(reply().comment())
                .contains("The box was open and one of the two lamps is missing.");
        assertThat(kinds()).containsExactly(Letter.Kind.TO_READ);
        assertThat(inbox.ses.requests()).isEmpty();
    }

    @Test
    void recordsAScoreThatItsWordsContradictAndLeavesItToAPerson() {
        inbox.receive("contradiction");

        assertThat(reply().answer()).isEqualTo(new Answer.Score(10));
        assertThat(kinds()).containsExactly(Letter.Kind.TO_READ);
    }

    @Test
    void keepsPhotographsSoThatNoBrowserShowsThemByItself() {
        inbox.receive("photograph");
        Reply once = reply();
        inbox.receive("photograph", LATER);

        Attachment photograph = once.letters().getFirst().attachments().getFirst();
        assertThat(once.answer()).isEqualTo(new Answer.Score(3));
        assertThat(kinds()).containsExactly(Letter.Kind.TO_READ);
        assertThat(once.letters().getFirst().attachments())
                .as("no drawing, which may hold a script")
                .hasSize(1);
        assertThat(photograph.key())
                .isEqualTo("photographs/" + once.letters().getFirst().id() + "/1");
        assertThat(photograph.type()).isEqualTo("image/jpeg");
        assertThat(inbox.s3.objects().get("inbound/" + photograph.key()))
                .hasSize((int) photograph.size())
                .startsWith(0xFF, 0xD8);
        assertThat(inbox.s3.dispositions())
                .containsOnlyKeys("inbound/" + photograph.key())
                .containsValue("attachment");
        assertThat(reply()).isEqualTo(once);
    }

    @Test
    void letsTheAnswerOfThePageStand() {
        inbox.replies.write(
                Samples.answered(Evidence.CONFIRMED, new Answer.Score(9), NOW.minusSeconds(60)));

        inbox.receive("reply-three");

        assertThat(reply().answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply().evidence()).isEqualTo(Evidence.CONFIRMED);
        assertThat(kinds()).as("a worse score").containsExactly(Letter.Kind.TO_READ);
    }

    @Test
    void takesAMailInsteadOfWhatAScannerPressed() {
        inbox.replies.write(
                Samples.answered(Evidence.SUSPECT, new Answer.Score(0), NOW.minusSeconds(60)));

        inbox.receive("reply-nine");

        assertThat(reply().answer()).isEqualTo(new Answer.Score(9));
        assertThat(reply().evidence()).isEqualTo(Evidence.MAIL);
    }

    @Test
    void looksUpAFewAddressesOfAMailThatNamesThousands() {
        StringBuilder to = new StringBuilder("To: ");
        for (int i = 0; i < 1000; i++) {
            to.append("r-").append(Integer.toString(i + 100_000, 32).replaceAll("[0189]", "q"));
            to.append("a".repeat(22)).append("@reply.shop.example,\r\n ");
        }

        inbox.put(
                "mails/reply-nine",
                (to + "x@reply.shop.example\r\n\r\n9").getBytes(StandardCharsets.UTF_8));
        String result = inbox.handle(Events.stream("email-reply/mail-arrived.json"), NOW);

        assertThat(result).isEqualTo(ALL_WELL);
        assertThat(inbox.reply()).isEmpty();
    }

    private Stream<JsonObject> headers() {
        return inbox
                .ses
                .requests()
                .getFirst()
                .object("Content")
                .object("Simple")
                .objects("Headers")
                .stream();
    }

    private Reply reply() {
        return inbox.replies.find(SURVEY).orElseThrow();
    }

    private List<Letter.Kind> kinds() {
        return reply().letters().stream().map(Letter::kind).toList();
    }
}

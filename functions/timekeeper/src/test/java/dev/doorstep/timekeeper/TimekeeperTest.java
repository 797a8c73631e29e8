package dev.doorstep.timekeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.doorstep.lambda.Unavailable;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.SqsLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class TimekeeperTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final SqsClient sqs = SqsLocal.client();

    private final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    private final String table = Tables.create("TimersTable");
    private final Timers timers = new Timers(dynamoDb, table);
    private String surveysDue = "";
    private String followUps = "";
    private String followUpsUrgent = "";
    private String acknowledgementsDue = "";
    private String promisesDue = "";

    @BeforeEach
    void createQueues() {
        surveysDue = SqsLocal.createQueue();
        followUps = SqsLocal.createQueue();
        followUpsUrgent = SqsLocal.createQueue();
        acknowledgementsDue = SqsLocal.createQueue();
        promisesDue = SqsLocal.createQueue();
    }

    @Test
    void handsEachKindToItsQueueOnceAndClearsIt() {
        Timer survey = due(TimerKind.SURVEY, "A-1~delivery");
        Timer reminder = due(TimerKind.REMINDER, "A-2~delivery");
        Timer lease = due(TimerKind.LEASE, "A-3~delivery");
        Timer urgentLease = due(TimerKind.URGENT_LEASE, "A-4~delivery");
        Timer acknowledgement = due(TimerKind.ACKNOWLEDGEMENT, "A-5~delivery");
        Timer promise = due(TimerKind.PROMISE, "A-6~delivery~1");
        Timer mail = due(TimerKind.FOLLOW_UP_MAIL, "A-6~delivery~1");

        int first = timekeeper().run(() -> true);
        int second = timekeeper().run(() -> true);

        assertThat(first).isEqualTo(7);
        assertThat(second).isZero();
        assertThat(received(surveysDue)).containsExactlyInAnyOrder(survey, reminder);
        assertThat(received(promisesDue)).containsExactlyInAnyOrder(promise, mail);
        assertThat(received(followUps)).containsExactly(lease);
        assertThat(received(followUpsUrgent)).containsExactly(urgentLease);
        assertThat(received(acknowledgementsDue)).containsExactly(acknowledgement);
    }

    @Test
    void leavesWhatIsNotDueYet() {
        Timer later = new Timer(TimerKind.SURVEY, "A-1~delivery", NOW.plusMillis(1));
        timers.set(later);

        timekeeper().run(() -> true);

        assertThat(received(surveysDue)).isEmpty();
        assertThat(left(NOW.plusSeconds(1))).containsExactly(later);
    }

    @Test
    void drainsABacklogOfManyPagesInOneRun() {
        backlog(2_500);

        int handedOn = timekeeper().run(() -> true);

        assertThat(handedOn).isEqualTo(2_500);
        assertThat(waiting(surveysDue)).isEqualTo(2_500);
        assertThat(left(NOW)).isEmpty();
    }

    @Test
    void losesNothingWhenARunIsCutShort() {
        backlog(1_000);
        AtomicInteger pages = new AtomicInteger(3);

        int cutShort = timekeeper().run(() -> pages.getAndDecrement() > 0);
        int rest = timekeeper().run(() -> true);

        assertThat(cutShort).isPositive().isLessThan(1_000);
        assertThat(cutShort + rest).isEqualTo(1_000);
        assertThat(waiting(surveysDue)).isEqualTo(1_000);
    }

    @Test
    void holdsUpNoOtherQueueWhenOneFails() {
        Timer lease = due(TimerKind.LEASE, "A-3~delivery");
        due(TimerKind.SURVEY, "A-1~delivery");
        sqs.deleteQueue(delete -> delete.queueUrl(followUps));

        assertThatThrownBy(() -> timekeeper().run(() -> true)).isInstanceOf(Unavailable.class);

        assertThat(received(surveysDue)).hasSize(1);
        assertThat(left(NOW)).containsExactly(lease);
    }

    private Timekeeper timekeeper() {
        return new Timekeeper(
                timers,
                new Queues(
                        sqs,
                        surveysDue,
                        followUps,
                        followUpsUrgent,
                        acknowledgementsDue,
                        promisesDue),
                CLOCK);
    }

    private Timer due(TimerKind kind, String reference) {
        Timer timer = new Timer(kind, reference, NOW);
        timers.set(timer);
        return timer;
    }

    /** Fills the table by the batch, as one put each would take long. */
    private void backlog(int size) {
        List<Timer> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(
                    new Timer(
                            TimerKind.SURVEY,
                            "B-" + i + "~delivery",
                            NOW.minus(Duration.ofMinutes(i))));
        }
        for (int from = 0; from < size; from += 25) {
            List<WriteRequest> batch =
                    all.subList(from, from + 25).stream()
                            .map(timer -> timers.put(timer).put().item())
                            .map(item -> PutRequest.builder().item(item).build())
                            .map(put -> WriteRequest.builder().putRequest(put).build())
                            .toList();
            dynamoDb.batchWriteItem(write -> write.requestItems(Map.of(table, batch)));
        }
    }

    private List<Timer> left(Instant until) {
        List<Timer> left = new ArrayList<>();
        for (int shard = 0; shard < Timers.SHARDS; shard++) {
            left.addAll(timers.due(shard, until, 100));
        }
        return left;
    }

    private List<Timer> received(String queue) {
        return sqs
                .receiveMessage(receive -> receive.queueUrl(queue).maxNumberOfMessages(10))
                .messages()
                .stream()
                .map(Message::body)
                .map(Timer::parse)
                .toList();
    }

    private int waiting(String queue) {
        return Integer.parseInt(
                sqs.getQueueAttributes(
                                get ->
                                        get.queueUrl(queue)
                                                .attributeNames(
                                                        QueueAttributeName
                                                                .APPROXIMATE_NUMBER_OF_MESSAGES))
                        .attributes()
                        .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }
}

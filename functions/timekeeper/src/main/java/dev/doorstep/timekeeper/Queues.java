package dev.doorstep.timekeeper;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Environment;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The queues that due timers are handed to, by kind. Safe for use by several threads. */
public final class Queues {
    /** SQS takes no more messages in one call. */
    static final int BATCH = 10;

    private final SqsClient sqs;
    private final String surveysDue;
    private final String followUps;
    private final String followUpsUrgent;
    private final String acknowledgementsDue;
    private final String promisesDue;

    public Queues(
            SqsClient sqs,
            String surveysDue,
            String followUps,
            String followUpsUrgent,
            String acknowledgementsDue,
            String promisesDue) {
        this.sqs = requireNonNull(sqs, "sqs is null");
        this.surveysDue = requireNonNull(surveysDue, "surveysDue is null");
        this.followUps = requireNonNull(followUps, "followUps is null");
        this.followUpsUrgent = requireNonNull(followUpsUrgent, "followUpsUrgent is null");
        this.acknowledgementsDue =
                requireNonNull(acknowledgementsDue, "acknowledgementsDue is null");
        this.promisesDue = requireNonNull(promisesDue, "promisesDue is null");
    }

    static Queues production(Environment environment, SqsClient sqs) {
        return new Queues(
                sqs,
                environment.require("SURVEYS_DUE_QUEUE_URL"),
                environment.require("FOLLOW_UPS_QUEUE_URL"),
                environment.require("FOLLOW_UPS_URGENT_QUEUE_URL"),
                environment.require("ACKNOWLEDGEMENTS_DUE_QUEUE_URL"),
                environment.require("PROMISES_DUE_QUEUE_URL"));
    }

    String urlFor(TimerKind kind) {
        return switch (kind) {
            case SURVEY, REMINDER -> surveysDue;
            case LEASE -> followUps;
            case URGENT_LEASE -> followUpsUrgent;
            case ACKNOWLEDGEMENT -> acknowledgementsDue;
            case PROMISE, FOLLOW_UP_MAIL, DELIVERY_NEWS -> promisesDue;
        };
    }

    /**
     * Sends the messages of timers to one queue.
     *
     * @param timers {@value #BATCH} at most
     * @return those that the queue took
     */
    List<Timer> send(String queueUrl, List<Timer> timers) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (Timer timer : timers) {
            entries.add(entry(entries.size(), timer));
        }
        Set<String> failed =
                sqs
                        .sendMessageBatch(batch -> batch.queueUrl(queueUrl).entries(entries))
                        .failed()
                        .stream()
                        .map(BatchResultErrorEntry::id)
                        .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> !failed.contains(entry.id()))
                .map(entry -> timers.get(Integer.parseInt(entry.id())))
                .toList();
    }

    private static SendMessageBatchRequestEntry entry(int id, Timer timer) {
        return SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(id))
                .messageBody(timer.body())
                .build();
    }
}

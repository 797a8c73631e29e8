package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.AwsClients;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.Rejected;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.time.Duration;
import java.util.Map;

/** The queue of confirmed requests that are to go on. Safe for use by several threads. */
final class JobQueue {
    private static final String REQUEST_ID = "requestId";

    /** SQS keeps a message back for no longer. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15).minusSeconds(1);

    private final SqsClient sqs;
    private final String url;

    JobQueue(SqsClient sqs, String url) {
        this.sqs = requireNonNull(sqs, "sqs is null");
        this.url = requireNonNull(url, "url is null");
    }

    static JobQueue production(Environment environment) {
        return new JobQueue(
                AwsClients.prepared(SqsClient.builder()).build(),
                environment.require("CUSTOMER_DATA_JOBS_QUEUE_URL"));
    }

    void send(String requestId) {
        send(requestId, Duration.ZERO);
    }

    /**
     * Sends a request on.
     *
     * @param wait before it is to go on; it comes after a quarter of an hour at the latest
     */
    void send(String requestId, Duration wait) {
        Duration delay = wait.compareTo(LONGEST_DELAY) < 0 ? wait : LONGEST_DELAY;
        sqs.sendMessage(
                message ->
                        message.queueUrl(url)
                                .delaySeconds((int) delay.plusMillis(999).toSeconds())
                                .messageBody(Json.write(Map.of(REQUEST_ID, requestId))));
    }

    /**
     * The request that a message of this queue names.
     *
     * @throws Rejected if it names none
     */
    static String requestId(String body) {
        return Json.parseObject(body).string(REQUEST_ID);
    }
}

package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.AwsClients;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.Rejected;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.util.Map;

/** The queue of confirmed requests that are to go on. Safe for use by several threads. */
final class JobQueue {
    private static final String REQUEST_ID = "requestId";

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
        sqs.sendMessage(
                message ->
                        message.queueUrl(url)
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

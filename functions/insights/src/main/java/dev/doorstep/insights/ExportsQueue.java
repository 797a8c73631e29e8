package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.AwsClients;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.Rejected;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.util.Map;

/** The queue of exports that are to go on. Safe for use by several threads. */
final class ExportsQueue {
    private static final String EXPORT_ID = "exportId";

    private final SqsClient sqs;
    private final String url;

    ExportsQueue(SqsClient sqs, String url) {
        this.sqs = requireNonNull(sqs, "sqs is null");
        this.url = requireNonNull(url, "url is null");
    }

    static ExportsQueue production(Environment environment) {
        return new ExportsQueue(
                AwsClients.prepared(SqsClient.builder()).build(),
                environment.require("INSIGHTS_EXPORTS_QUEUE_URL"));
    }

    void send(String exportId) {
        sqs.sendMessage(
                message ->
                        message.queueUrl(url).messageBody(Json.write(Map.of(EXPORT_ID, exportId))));
    }

    /**
     * The export that a message of this queue names.
     *
     * @throws Rejected if it names none
     */
    static String exportId(String body) {
        return Json.parseObject(body).string(EXPORT_ID);
    }
}

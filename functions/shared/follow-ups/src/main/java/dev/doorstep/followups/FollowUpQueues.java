package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.AwsClients;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Json;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.SurveyId;

import software.amazon.awssdk.services.sqs.SqsClient;

import java.util.Map;
import java.util.Optional;

/**
 * The queues of hints at follow-ups that somebody may take. A hint decides nothing: the table does.
 * Safe for use by several threads.
 */
public final class FollowUpQueues {
    private static final String REFERENCE = "reference";

    private final SqsClient sqs;
    private final String normalUrl;
    private final String urgentUrl;

    public FollowUpQueues(SqsClient sqs, String normalUrl, String urgentUrl) {
        this.sqs = requireNonNull(sqs, "sqs is null");
        this.normalUrl = requireNonNull(normalUrl, "normalUrl is null");
        this.urgentUrl = requireNonNull(urgentUrl, "urgentUrl is null");
    }

    public static FollowUpQueues production(Environment environment) {
        return new FollowUpQueues(
                AwsClients.prepared(SqsClient.builder()).build(),
                environment.require("FOLLOW_UPS_QUEUE_URL"),
                environment.require("FOLLOW_UPS_URGENT_QUEUE_URL"));
    }

    public void send(Severity severity, SurveyId followUp) {
        sqs.sendMessage(
                message ->
                        message.queueUrl(url(severity))
                                .messageBody(Json.write(Map.of(REFERENCE, followUp.toString()))));
    }

    /** Sends a hint at a follow-up that has none since it was opened or last raised. */
    public void hint(FollowUp followUp, FollowUps followUps) {
        if (!followUp.hinted()) {
            send(followUp.severity(), followUp.id());
            // lost to another writer, the mark is missing and the hint may come twice: harmless
            followUps.change(followUp, followUp.withHint());
        }
    }

    /** One hint, if there is one within this many seconds. It is hidden from others meanwhile. */
    public Optional<Hint> receive(Severity severity, int seconds) {
        return sqs
                .receiveMessage(
                        receive ->
                                receive.queueUrl(url(severity))
                                        .maxNumberOfMessages(1)
                                        .waitTimeSeconds(seconds))
                .messages()
                .stream()
                .findFirst()
                .map(message -> new Hint(severity, message.body(), message.receiptHandle()));
    }

    public void delete(Hint hint) {
        sqs.deleteMessage(
                delete -> delete.queueUrl(url(hint.severity())).receiptHandle(hint.receipt()));
    }

    /** A message that says that a follow-up may be claimed. */
    public record Hint(Severity severity, String body, String receipt) {

        public Hint {
            requireNonNull(severity, "severity is null");
            requireNonNull(body, "body is null");
            requireNonNull(receipt, "receipt is null");
        }

        /**
         * @throws dev.doorstep.lambda.Rejected if the message is no hint
         */
        public SurveyId followUp() {
            return SurveyId.parse(Json.parseObject(body).string(REFERENCE));
        }
    }

    private String url(Severity severity) {
        return switch (severity) {
            case NORMAL -> normalUrl;
            case URGENT -> urgentUrl;
        };
    }
}

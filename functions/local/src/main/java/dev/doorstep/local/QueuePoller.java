package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.Json;

import software.amazon.awssdk.services.sqs.model.Message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hands the messages of a queue to a function, as Lambda's poller does: what the function does not
 * report as failed is deleted, the rest comes again when its time-out has passed.
 */
final class QueuePoller {
    private final QueueSource source;
    private final Queues queues;
    private final Lambdas lambdas;
    private final int waitSeconds;

    /**
     * @param waitSeconds how long to wait for messages
     */
    QueuePoller(QueueSource source, Queues queues, Lambdas lambdas, int waitSeconds) {
        this.source = source;
        this.queues = queues;
        this.lambdas = lambdas;
        this.waitSeconds = waitSeconds;
    }

    /** Whether there were messages. */
    boolean poll() {
        List<Message> messages = queues.receive(source.queue(), source.batchSize(), waitSeconds);
        if (messages.isEmpty()) {
            return false;
        }
        byte[] event =
                Json.write(Map.of("Records", messages.stream().map(this::message).toList()))
                        .getBytes(UTF_8);
        Optional<Set<String>> failed =
                BatchResponse.failures(lambdas.invoke(source.function(), event));
        failed.ifPresent(
                ids ->
                        messages.stream()
                                .filter(message -> !ids.contains(message.messageId()))
                                .forEach(message -> queues.delete(source.queue(), message)));
        return true;
    }

    /** A message in the form of AWS Lambda Developer Guide, "Using Lambda with Amazon SQS". */
    private Map<String, Object> message(Message message) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("messageId", message.messageId());
        event.put("receiptHandle", message.receiptHandle());
        event.put("body", message.body());
        event.put("attributes", message.attributesAsStrings());
        event.put("messageAttributes", Map.of());
        event.put("md5OfBody", message.md5OfBody());
        event.put("eventSource", "aws:sqs");
        event.put("eventSourceARN", Machine.arn("sqs", "", source.queue()));
        event.put("awsRegion", Machine.REGION);
        return event;
    }
}

package dev.doorstep.local;

import dev.doorstep.lambda.Json;
import dev.doorstep.testing.SqsServer;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SQS with the queues of the template. */
final class Queues implements AutoCloseable {
    private final Optional<SqsServer> server;
    private final URI endpoint;
    private final SqsClient sqs;

    /**
     * @param servedBy another server; without one, ElasticMQ is started
     */
    Queues(Optional<URI> servedBy) {
        this.server = servedBy.isPresent() ? Optional.empty() : Optional.of(SqsServer.start());
        this.endpoint = servedBy.or(() -> server.map(SqsServer::endpoint)).orElseThrow();
        this.sqs = Clients.sqs(endpoint);
    }

    URI endpoint() {
        return endpoint;
    }

    /** Creates them, dead-letter queues first. */
    void create(List<QueueDefinition> queues) {
        queues.stream().filter(queue -> queue.redrive().isEmpty()).forEach(this::create);
        queues.stream().filter(queue -> queue.redrive().isPresent()).forEach(this::create);
    }

    void send(String logicalId, String body) {
        sqs.sendMessage(message -> message.queueUrl(url(logicalId)).messageBody(body));
    }

    /**
     * @param seconds how long to wait for a message
     */
    List<Message> receive(String logicalId, int most, int seconds) {
        return sqs.receiveMessage(
                        receive ->
                                receive.queueUrl(url(logicalId))
                                        .maxNumberOfMessages(Math.min(most, 10))
                                        .waitTimeSeconds(seconds)
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.ALL))
                .messages();
    }

    void delete(String logicalId, Message message) {
        sqs.deleteMessage(
                delete -> delete.queueUrl(url(logicalId)).receiptHandle(message.receiptHandle()));
    }

    /** How many messages wait, hidden ones not counted. */
    int waiting(String logicalId) {
        return count(logicalId, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    }

    /** How many messages wait or were received and not deleted. */
    int size(String logicalId) {
        return count(
                logicalId,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
    }

    /** Takes out all messages, hidden ones as they come back. */
    List<String> drain(String logicalId) {
        List<String> bodies = new ArrayList<>();
        while (size(logicalId) > 0) {
            for (Message message : receive(logicalId, 10, 1)) {
                bodies.add(message.body());
                delete(logicalId, message);
            }
        }
        return bodies;
    }

    /** Asked for in one call: a message may stop being hidden between two. */
    private int count(String logicalId, QueueAttributeName... attributes) {
        return sqs
                .getQueueAttributes(get -> get.queueUrl(url(logicalId)).attributeNames(attributes))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    @Override
    public void close() {
        sqs.close();
        server.ifPresent(SqsServer::close);
    }

    private void create(QueueDefinition queue) {
        Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
        attributes.put(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                Long.toString(queue.visibilityTimeout().toSeconds()));
        queue.redrive()
                .ifPresent(
                        redrive ->
                                attributes.put(QueueAttributeName.REDRIVE_POLICY, policy(redrive)));
        sqs.createQueue(create -> create.queueName(queue.name()).attributes(attributes));
    }

    private static String policy(QueueDefinition.Redrive redrive) {
        return Json.write(
                Map.of(
                        "deadLetterTargetArn",
                        Machine.arn("sqs", "", redrive.deadLetterLogicalId()),
                        "maxReceiveCount",
                        redrive.maxReceiveCount()));
    }

    private String url(String logicalId) {
        return endpoint + "/" + Machine.ACCOUNT + "/" + Machine.name(logicalId);
    }
}

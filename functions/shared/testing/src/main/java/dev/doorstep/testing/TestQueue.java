package dev.doorstep.testing;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

import java.util.Optional;
import java.util.function.Predicate;

/** A queue of a test's own, whose messages go to a consumer one after the other. */
public final class TestQueue {
    private final String url = SqsLocal.createQueue();
    private final int mostDeliveries;

    /**
     * @param mostDeliveries of a message that is not taken
     */
    public TestQueue(int mostDeliveries) {
        this.mostDeliveries = mostDeliveries;
    }

    public String url() {
        return url;
    }

    /**
     * Delivers until there is no message; one that is not taken is delivered again.
     *
     * @param consumer takes the body of a message, or does not
     * @return how many messages there were
     */
    public int deliverAll(Predicate<String> consumer) {
        int count = 0;
        for (Optional<String> body = receive(); body.isPresent(); body = receive()) {
            deliver(body.get(), consumer);
            count++;
        }
        return count;
    }

    private void deliver(String body, Predicate<String> consumer) {
        for (int delivery = 0; delivery < mostDeliveries; delivery++) {
            if (consumer.test(body)) {
                return;
            }
        }
        throw new AssertionError("the message fails again and again");
    }

    private Optional<String> receive() {
        SqsClient sqs = SqsLocal.client();
        Optional<Message> message =
                sqs.receiveMessage(receive -> receive.queueUrl(url)).messages().stream()
                        .findFirst();
        message.ifPresent(
                m -> sqs.deleteMessage(d -> d.queueUrl(url).receiptHandle(m.receiptHandle())));
        return message.map(Message::body);
    }
}

package dev.doorstep.lambda;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A batch of messages, each handled for itself: one that fails is reported by its id, so that the
 * queue delivers it again and in the end puts it into its dead-letter queue; its neighbours go on.
 */
public record SqsBatch(List<SqsMessage> messages) {

    public SqsBatch {
        messages = List.copyOf(messages);
    }

    /** Whether the event is of a queue, for a function that also wakes on something else. */
    public static boolean isOne(JsonObject event) {
        return event.objects("Records").stream()
                .allMatch(r -> r.findString("eventSource").filter("aws:sqs"::equals).isPresent());
    }

    public static SqsBatch read(InputStream event) {
        return of(Json.readObject(event));
    }

    /** Reads the event that Lambda's poller hands over. */
    public static SqsBatch of(JsonObject event) {
        return new SqsBatch(
                event.objects("Records").stream()
                        .map(r -> new SqsMessage(r.string("messageId"), r.string("body")))
                        .toList());
    }

    public Outcome process(Consumer<SqsMessage> work) {
        List<String> failed = new ArrayList<>();
        for (SqsMessage message : messages) {
            try {
                work.accept(message);
            } catch (RuntimeException e) {
                Log.failure("message failed", e, Map.of("messageId", message.id()));
                failed.add(message.id());
            }
        }
        return new Outcome(failed);
    }

    /** The messages that failed, in Lambda's form for partial batch responses. */
    public record Outcome(List<String> failedIds) {

        public Outcome {
            failedIds = List.copyOf(failedIds);
        }

        public void writeTo(OutputStream result) {
            Json.writeTo(
                    result,
                    Map.of(
                            "batchItemFailures",
                            failedIds.stream().map(id -> Map.of("itemIdentifier", id)).toList()));
        }
    }
}

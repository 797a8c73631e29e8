package dev.doorstep.orderevents;

import dev.doorstep.dynamodb.StreamBatch;
import dev.doorstep.dynamodb.StreamRecord;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.lambda.JsonObject;

import java.io.OutputStream;

/**
 * Takes follow-ups that were resolved from their table's stream. It stands apart so that what it
 * needs is loaded when the first one comes, not when an order system waits.
 */
final class ResolvedFollowUps {
    private ResolvedFollowUps() {}

    static void handle(JsonObject batch, OrderEvents events, OutputStream result) {
        StreamBatch.of(batch).process(changed -> receive(changed, events)).writeTo(result);
    }

    private static void receive(StreamRecord changed, OrderEvents events) {
        changed.after().map(FollowUps::read).flatMap(FollowUp::end).ifPresent(events::receive);
    }
}

package dev.doorstep.lambda;

import static java.util.Objects.requireNonNull;

/** One message of a queue as Lambda hands it over. */
public record SqsMessage(String id, String body) {

    public SqsMessage {
        requireNonNull(id, "id is null");
        requireNonNull(body, "body is null");
    }
}

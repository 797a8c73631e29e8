package dev.doorstep.emailreply;

import static java.util.Objects.requireNonNull;

import dev.doorstep.emailreply.score.Reading;
import dev.doorstep.replies.Attachment;

import java.time.Instant;
import java.util.List;

/**
 * A customer's mail with what was read in it.
 *
 * @param id of the mail, the same for each copy of it
 * @param text what is newly written
 * @param isScoreAlone whether there is nothing in it but a score
 */
record Received(
        String id,
        Instant at,
        String text,
        Reading reading,
        boolean isScoreAlone,
        List<Attachment> photographs) {

    Received {
        requireNonNull(id, "id is null");
        requireNonNull(at, "at is null");
        requireNonNull(text, "text is null");
        requireNonNull(reading, "reading is null");
        photographs = List.copyOf(photographs);
    }
}

package dev.doorstep.timers;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Rejected;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that must happen at a time, for what {@code reference} names. Times are kept to the
 * millisecond.
 */
public record Timer(TimerKind kind, String reference, Instant dueAt) {
    private static final String KIND = "kind";
    private static final String REFERENCE = "reference";
    private static final String DUE_AT = "dueAt";

    public Timer {
        requireNonNull(kind, "kind is null");
        requireNonNull(reference, "reference is null");
        dueAt = dueAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The message that tells a queue that the timer is due. */
    public String body() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(KIND, kind.id());
        members.put(REFERENCE, reference);
        members.put(DUE_AT, dueAt.toString());
        return Json.write(members);
    }

    /**
     * @throws Rejected if this is not the message of a timer
     */
    public static Timer parse(String body) {
        JsonObject json = Json.parseObject(body);
        return new Timer(
                TimerKind.find(json.string(KIND))
                        .orElseThrow(() -> new Rejected(json.pointerTo(KIND), "is unknown")),
                json.string(REFERENCE),
                dueAt(json));
    }

    String id() {
        return kind.id() + '#' + reference;
    }

    private static Instant dueAt(JsonObject json) {
        try {
            return Instant.parse(json.string(DUE_AT));
        } catch (DateTimeException _) {
            throw new Rejected(json.pointerTo(DUE_AT), "is not a time");
        }
    }
}

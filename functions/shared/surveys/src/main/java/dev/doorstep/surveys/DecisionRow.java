package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What was decided for one order event. There is exactly one for each event. */
public record DecisionRow(
        String source,
        String eventId,
        EventType eventType,
        Instant eventTime,
        String eventKey,
        Instant decidedAt,
        Decision decision) {

    public DecisionRow {
        requireNonNull(source, "source is null");
        requireNonNull(eventId, "eventId is null");
        requireNonNull(eventType, "eventType is null");
        requireNonNull(eventTime, "eventTime is null");
        requireNonNull(eventKey, "eventKey is null");
        requireNonNull(decidedAt, "decidedAt is null");
        requireNonNull(decision, "decision is null");
    }

    static DecisionRow of(OrderEvent event, Instant decidedAt, Decision decision) {
        return new DecisionRow(
                event.source(),
                event.id(),
                event.type(),
                event.time(),
                event.key(),
                decidedAt,
                decision);
    }
}

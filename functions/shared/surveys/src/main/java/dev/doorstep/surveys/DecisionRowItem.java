package dev.doorstep.surveys;

import dev.doorstep.dynamodb.Item;

/** A decision as an item of the table, under the key of its event. */
final class DecisionRowItem {
    static final String SORT_KEY_PREFIX = "decision#";

    private static final String SOURCE = "source";
    private static final String EVENT_ID = "eventId";
    private static final String EVENT_TYPE = "eventType";
    private static final String EVENT_TIME = "eventTime";
    private static final String DECIDED_AT = "decidedAt";
    private static final String DECISION = "decision";

    private DecisionRowItem() {}

    static Item of(OrderId order, DecisionRow row) {
        return Item.builder()
                .with(SurveyItem.ORDER_ID, order.value())
                .with(SurveyItem.TOUCHPOINT, SORT_KEY_PREFIX + row.eventKey())
                .with(SOURCE, row.source())
                .with(EVENT_ID, row.eventId())
                .with(EVENT_TYPE, row.eventType().id())
                .with(EVENT_TIME, row.eventTime())
                .with(DECIDED_AT, row.decidedAt())
                .with(DECISION, DecisionItem.of(row.decision()))
                .build();
    }

    static DecisionRow read(Item item) {
        return new DecisionRow(
                item.string(SOURCE),
                item.string(EVENT_ID),
                EventType.of(item.string(EVENT_TYPE)),
                item.instant(EVENT_TIME),
                item.string(SurveyItem.TOUCHPOINT).substring(SORT_KEY_PREFIX.length()),
                item.instant(DECIDED_AT),
                DecisionItem.read(item.findItem(DECISION).orElseThrow()));
    }
}

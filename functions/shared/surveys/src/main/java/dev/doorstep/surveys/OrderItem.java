package dev.doorstep.surveys;

import dev.doorstep.dynamodb.Item;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An order's facts as an item of the table. */
final class OrderItem {
    static final String SORT_KEY = "order";
    static final String VERSION = "version";

    private static final String EVENTS = "events";

    private OrderItem() {}

    static Item of(Facts facts, long version) {
        List<Item> events = facts.inOrderOfTime().stream().map(EventItem::of).toList();
        return Item.builder()
                .with(SurveyItem.ORDER_ID, facts.order().value())
                .with(SurveyItem.TOUCHPOINT, SORT_KEY)
                .with(VERSION, version)
                .withItems(EVENTS, events)
                .build();
    }

    static Facts facts(OrderId order, Item item) {
        Map<EventType, OrderEvent> latest = new EnumMap<>(EventType.class);
        item.items(EVENTS).stream()
                .map(event -> EventItem.read(order, event))
                .forEach(event -> latest.put(event.type(), event));
        return new Facts(order, latest);
    }
}

package dev.doorstep.surveys;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.programme.Touchpoint;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is kept of an order, as one item of the table. */
final class OrderItem {
    static final String ORDER_ID = "orderId";
    static final String VERSION = "version";

    private static final String EVENTS = "events";
    private static final String SURVEYS = "surveys";
    private static final String ERASED_AT = "erasedAt";

    private OrderItem() {}

    static Item of(OrderSurveys order, long version) {
        Facts facts = order.facts();
        return Item.builder()
                .with(ORDER_ID, facts.order().value())
                .with(VERSION, version)
                .withItems(
                        EVENTS,
                        order.decisions().stream()
                                .map(row -> EventItem.of(row, said(facts, row)))
                                .toList())
                .withItems(
                        SURVEYS,
                        order.surveys().values().stream()
                                .sorted(Comparator.comparing(Survey::touchpoint))
                                .map(SurveyItem::of)
                                .toList())
                .withInstant(ERASED_AT, facts.erasedAt())
                .build();
    }

    static OrderSurveys read(Item item) {
        OrderId id = new OrderId(item.string(ORDER_ID));
        List<Item> events = item.items(EVENTS);
        Facts facts = Facts.none(id).erasedAt(item.findInstant(ERASED_AT));
        for (Item event : events) {
            facts = facts.with(EventItem.event(id, event));
        }
        return new OrderSurveys(
                facts,
                surveys(id, item),
                events.stream().map(event -> EventItem.decision(id, event)).toList(),
                item.number(VERSION));
    }

    private static Map<Touchpoint, Survey> surveys(OrderId order, Item item) {
        Map<Touchpoint, Survey> surveys = new EnumMap<>(Touchpoint.class);
        item.items(SURVEYS).stream()
                .map(survey -> SurveyItem.read(order, survey))
                .forEach(survey -> surveys.put(survey.touchpoint(), survey));
        return surveys;
    }

    private static Optional<OrderData> said(Facts facts, DecisionRow row) {
        return facts.find(row.eventType())
                .filter(event -> event.key().equals(row.eventKey()))
                .or(() -> facts.delay(row.eventKey()))
                .map(OrderEvent::data);
    }
}

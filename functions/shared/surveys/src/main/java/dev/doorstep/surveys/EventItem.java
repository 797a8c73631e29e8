package dev.doorstep.surveys;

import dev.doorstep.dynamodb.Item;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** An order event and what was decided for it, as a map within the item of its order. */
final class EventItem {
    private static final String SOURCE = "source";
    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String TIME = "time";
    private static final String ADDRESS = "address";
    private static final String NAME = "name";
    private static final String LOCALE = "locale";
    private static final String ZONE = "zone";
    private static final String PHONE = "phone";
    private static final String ITEMS = "items";
    private static final String VALUE = "value";
    private static final String CURRENCY = "currency";
    private static final String CARRIER = "carrier";
    private static final String PROMISED_AT = "promisedAt";
    private static final String PROMISED_ON = "promisedOn";
    private static final String DELIVERED_AT = "deliveredAt";
    private static final String SURVEY = "survey";
    private static final String COUNTRY = "country";
    private static final String PRODUCT_GROUPS = "productGroups";
    private static final String DECIDED_AT = "decidedAt";
    private static final String DECISION = "decision";

    private EventItem() {}

    /**
     * @param data what the event said; what a later event of its type said again is not kept, but
     *     for the promise of a delay
     */
    static Item of(DecisionRow row, Optional<OrderData> data) {
        Item.Builder item =
                Item.builder()
                        .with(SOURCE, row.source())
                        .with(ID, row.eventId())
                        .with(TYPE, row.eventType().id())
                        .with(TIME, row.eventTime())
                        .with(DECIDED_AT, row.decidedAt())
                        .with(DECISION, DecisionItem.of(row.decision()));
        data.ifPresent(said -> add(item, said));
        return item.build();
    }

    private static void add(Item.Builder item, OrderData data) {
        item.withString(ADDRESS, data.address())
                .withString(NAME, data.name())
                .withString(LOCALE, data.locale().map(Locale::toLanguageTag))
                .withString(ZONE, data.zone().map(ZoneId::getId))
                .withString(PHONE, data.phone())
                .withStrings(ITEMS, data.items())
                .withDecimal(VALUE, data.value().map(Money::amount))
                .withString(CURRENCY, data.value().map(Money::currency))
                .withString(CARRIER, data.carrier())
                .withInstant(PROMISED_AT, data.promisedAt())
                .withString(PROMISED_ON, data.promisedOn().map(LocalDate::toString))
                .withInstant(DELIVERED_AT, data.deliveredAt())
                .withString(COUNTRY, data.country())
                .withStrings(PRODUCT_GROUPS, data.productGroups());
        data.survey().ifPresent(survey -> item.with(SURVEY, survey));
    }

    static DecisionRow decision(OrderId order, Item item) {
        return DecisionRow.of(
                event(order, item),
                item.instant(DECIDED_AT),
                DecisionItem.read(item.findItem(DECISION).orElseThrow()));
    }

    static OrderEvent event(OrderId order, Item item) {
        return new OrderEvent(
                item.string(SOURCE),
                item.string(ID),
                EventType.of(item.string(TYPE)),
                item.instant(TIME),
                order,
                data(item));
    }

    private static OrderData data(Item item) {
        return new OrderData(
                item.findString(ADDRESS),
                item.findString(NAME),
                item.findString(LOCALE).map(Locale::forLanguageTag),
                item.findString(ZONE).map(ZoneId::of),
                item.findString(PHONE),
                item.strings(ITEMS),
                item.findDecimal(VALUE).map(value -> new Money(value, item.string(CURRENCY))),
                item.findString(CARRIER),
                item.findInstant(PROMISED_AT),
                item.findInstant(DELIVERED_AT),
                item.has(SURVEY) ? Optional.of(item.isTrue(SURVEY)) : Optional.empty(),
                item.findString(PROMISED_ON).map(LocalDate::parse),
                item.findString(COUNTRY),
                item.strings(PRODUCT_GROUPS));
    }
}

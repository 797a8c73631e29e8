package dev.doorstep.links;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The table of links, under the hashes of their tokens. Safe for use by several threads. */
public final class Links {
    private static final String TOKEN_HASH = "tokenHash";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String SURVEY_ID = "surveyId";
    private static final String CONTACT_ID = "contactId";
    private static final String METRIC = "metric";
    private static final String TOUCHPOINT = "touchpoint";
    private static final String LOCALE = "locale";
    private static final String ZONE = "zone";
    private static final String NAME = "name";
    private static final String ITEMS = "items";
    private static final String ORDER_VALUE = "orderValue";
    private static final String CURRENCY = "currency";
    private static final String PHONE_KNOWN = "phoneKnown";

    private static final String ASKS = "asks";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public Links(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
    }

    /** Stores a link, before its mail goes out. */
    public void put(Link link) {
        dynamoDb.putItem(put -> put.tableName(table).item(item(link).attributes()));
    }

    /** The link of this token, if it is known and not expired. */
    public Optional<Link> find(Token token, Instant now) {
        return find(token.hash(), now);
    }

    /** The link of the mail that is answered at this address, if it is known and not expired. */
    public Optional<Link> find(ReplyToken token, Instant now) {
        return find(token.hash(), now);
    }

    /** A link as the table has it; it may have expired. */
    public static Link read(Item item) {
        return link(item);
    }

    /** Ends a link; one that is gone already is fine. */
    public void delete(String tokenHash) {
        dynamoDb.deleteItem(
                delete -> delete.tableName(table).key(Map.of(TOKEN_HASH, Item.value(tokenHash))));
    }

    private Optional<Link> find(String hash, Instant now) {
        Map<String, AttributeValue> found =
                dynamoDb.getItem(
                                get ->
                                        get.tableName(table)
                                                .key(Map.of(TOKEN_HASH, Item.value(hash))))
                        .item();
        return Optional.of(found)
                .filter(attributes -> !attributes.isEmpty())
                .map(attributes -> link(new Item(attributes)))
                .filter(link -> now.isBefore(link.expiresAt()));
    }

    private static Item item(Link link) {
        return Item.builder()
                .with(TOKEN_HASH, link.tokenHash())
                .with(EXPIRES_AT, link.expiresAt().getEpochSecond()) // as DynamoDB's TTL wants it
                .with(SURVEY_ID, link.surveyId())
                .with(CONTACT_ID, link.contactId())
                .with(METRIC, link.metric().name())
                .with(TOUCHPOINT, link.touchpoint().id())
                .with(LOCALE, link.locale().toLanguageTag())
                .with(ZONE, link.zone().getId())
                .withString(NAME, link.name())
                .withStrings(ITEMS, link.items())
                .withDecimal(ORDER_VALUE, link.orderValue())
                .withString(CURRENCY, link.currency())
                .with(PHONE_KNOWN, link.phoneKnown())
                .with(ASKS, link.asks())
                .build();
    }

    private static Link link(Item item) {
        return new Link(
                item.string(TOKEN_HASH),
                Instant.ofEpochSecond(item.number(EXPIRES_AT)),
                item.string(SURVEY_ID),
                item.string(CONTACT_ID),
                Metric.valueOf(item.string(METRIC)),
                Touchpoint.of(item.string(TOUCHPOINT)),
                Locale.forLanguageTag(item.string(LOCALE)),
                ZoneId.of(item.string(ZONE)),
                item.findString(NAME),
                item.strings(ITEMS),
                item.findDecimal(ORDER_VALUE),
                item.findString(CURRENCY),
                item.isTrue(PHONE_KNOWN),
                item.isTrue(ASKS));
    }
}

package dev.doorstep.contacts;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.dynamodb.Item;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The table of contacts. Safe for use by several threads. */
public final class Contacts {
    private static final String CONTACT_ID = "contactId";
    private static final String SUPPRESSION = "suppression";
    private static final String SUPPRESSED_AT = "suppressedAt";
    private static final String ASKED_AT = "askedAt";
    private static final String ASKED_ABOUT = "askedAbout#";
    private static final String ASKED_FOR = "askedFor";
    private static final String QUESTION = "question#";
    private static final Duration QUESTION_SLOT = Duration.ofDays(30);
    private static final int QUESTION_SLOTS = 6;
    private static final String ANY_SURVEY_CAP = "(attribute_not_exists(#any) OR #any <= :anyCap)";
    private static final String SAME_TOUCHPOINT_CAP =
            "attribute_not_exists(#same) OR #same <= :sameCap";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public Contacts(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
    }

    /** What is known of the address. */
    public Contact load(ContactId id, Consistency consistency) {
        return contact(id, new Item(get(id, consistency)));
    }

    /** All that the table has of the address; empty if that is nothing. */
    public Optional<Item> find(ContactId id) {
        return Optional.of(get(id, Consistency.STRONG))
                .filter(found -> !found.isEmpty())
                .map(Item::new);
    }

    private Map<String, AttributeValue> get(ContactId id, Consistency consistency) {
        return dynamoDb.getItem(
                        get ->
                                get.tableName(table)
                                        .key(key(id))
                                        .consistentRead(consistency.isStrong()))
                .item();
    }

    /**
     * What the contact was asked in the last half year, in no order: of each thirty days the latest
     * question.
     */
    public List<String> questions(ContactId id) {
        Item found = new Item(get(id, Consistency.EVENTUAL));
        return IntStream.range(0, QUESTION_SLOTS)
                .mapToObj(slot -> found.findString(QUESTION + slot))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Never ask this address again. The first reason and its time stay, but that no mail arrives
     * weighs more than that no questions are wanted. Repeating is harmless.
     */
    public void suppress(ContactId id, SuppressionReason reason, Instant at) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put(":reason", Item.value(reason.id()));
        values.put(":at", Item.value(at));
        String condition = "attribute_not_exists(#suppression)";
        if (!reason.takesMails()) {
            values.put(":unsubscribed", Item.value(SuppressionReason.UNSUBSCRIBED.id()));
            condition += " OR #suppression = :unsubscribed";
        }
        suppress(id, condition, values);
    }

    private void suppress(ContactId id, String condition, Map<String, AttributeValue> values) {
        try {
            dynamoDb.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(key(id))
                                    .updateExpression(
                                            "SET #suppression = :reason, #suppressedAt = :at")
                                    .conditionExpression(condition)
                                    .expressionAttributeNames(
                                            Map.of(
                                                    "#suppression", SUPPRESSION,
                                                    "#suppressedAt", SUPPRESSED_AT))
                                    .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException _) {
            // it is suppressed already
        }
    }

    /**
     * Notes that the contact is asked, unless it is suppressed or the programme's caps forbid the
     * question: two orders of one customer that come due at the same moment are one question.
     * Noting the same question again is harmless.
     *
     * @param question what is asked, the same for each repetition
     * @return whether it may be asked
     */
    public boolean ask(
            ContactId id,
            String question,
            Touchpoint touchpoint,
            Instant now,
            Programme programme) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":question", Item.value(question));
        values.put(":now", Item.value(now));
        values.put(":sameCap", Item.value(now.minus(programme.sameTouchpointCap())));
        String caps = SAME_TOUCHPOINT_CAP;
        if (programme.isHeldToAnySurveyCap(touchpoint)) {
            values.put(":anyCap", Item.value(now.minus(programme.anyCap())));
            caps = "(" + ANY_SURVEY_CAP + " AND (" + SAME_TOUCHPOINT_CAP + "))";
        }
        String allowed =
                "attribute_not_exists(#suppression) AND (#for = :question OR " + caps + ")";
        return ask(id, touchpoint, now, allowed, values);
    }

    private boolean ask(
            ContactId id,
            Touchpoint touchpoint,
            Instant now,
            String allowed,
            Map<String, AttributeValue> values) {
        try {
            dynamoDb.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(key(id))
                                    .updateExpression(
                                            "SET #any = :now, #same = :now, #for = :question,"
                                                    + " #slot = :question")
                                    .conditionExpression(allowed)
                                    .expressionAttributeNames(
                                            Map.of(
                                                    "#suppression", SUPPRESSION,
                                                    "#any", ASKED_AT,
                                                    "#same", ASKED_ABOUT + touchpoint.id(),
                                                    "#for", ASKED_FOR,
                                                    "#slot", slot(now)))
                                    .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    /**
     * Forgets what the contact was asked, but not when: nobody is asked again too soon. Repeating
     * is harmless.
     */
    public void forgetQuestions(ContactId id) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("#for", ASKED_FOR);
        IntStream.range(0, QUESTION_SLOTS)
                .forEach(slot -> names.put("#question" + slot, QUESTION + slot));
        String forgotten = String.join(", ", names.keySet());
        names.put("#contactId", CONTACT_ID);
        try {
            dynamoDb.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(key(id))
                                    .updateExpression("REMOVE " + forgotten)
                                    .conditionExpression("attribute_exists(#contactId)")
                                    .expressionAttributeNames(names));
        } catch (ConditionalCheckFailedException _) {
            // nothing is known of it
        }
    }

    private static String slot(Instant at) {
        return QUESTION + at.getEpochSecond() / QUESTION_SLOT.toSeconds() % QUESTION_SLOTS;
    }

    static Map<String, AttributeValue> key(ContactId id) {
        return Map.of(CONTACT_ID, Item.value(id.value()));
    }

    private static Contact contact(ContactId id, Item item) {
        Map<Touchpoint, Instant> askedAbout = new EnumMap<>(Touchpoint.class);
        for (Touchpoint touchpoint : Touchpoint.values()) {
            item.findInstant(ASKED_ABOUT + touchpoint.id())
                    .ifPresent(at -> askedAbout.put(touchpoint, at));
        }
        return new Contact(
                id,
                item.findString(SUPPRESSION).map(SuppressionReason::of),
                item.findInstant(ASKED_AT),
                askedAbout);
    }
}

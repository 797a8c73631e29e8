package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.dynamodb.Item;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of surveys: per order one item of its facts, one for each survey and one for each
 * decision. Each write carries the revision that it was made from, so that of two writers one loses
 * and looks again. Safe for use by several threads.
 */
public final class Surveys {
    private static final Map<String, String> KEY_NAME = Map.of("#orderId", SurveyItem.ORDER_ID);

    private final DynamoDbClient dynamoDb;
    private final String table;

    public Surveys(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
    }

    /** All that is kept of the order, read consistently; empty if nothing is. */
    public Optional<OrderSurveys> find(OrderId order) {
        List<Item> items =
                dynamoDb
                        .queryPaginator(
                                query ->
                                        query.tableName(table)
                                                .keyConditionExpression("#orderId = :orderId")
                                                .expressionAttributeNames(KEY_NAME)
                                                .expressionAttributeValues(
                                                        Map.of(
                                                                ":orderId",
                                                                Item.value(order.value())))
                                                .consistentRead(true))
                        .items()
                        .stream()
                        .map(Item::new)
                        .toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(read(order, items));
    }

    /**
     * Writes what followed from one event: the facts, the surveys that changed with their timers,
     * and the event's decision, all or nothing.
     *
     * @param before the order as it was loaded
     * @param after the order with the event, its decision last
     * @return whether it was written; not if the order changed in the meantime, or if the event was
     *     decided already
     */
    public boolean write(OrderSurveys before, OrderSurveys after, Timers timers) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(putFacts(after.facts(), before.version()));
        writes.add(putDecision(after.facts().order(), after.decisions().getLast()));
        for (Survey survey : after.surveys().values()) {
            Optional<Survey> known = before.survey(survey.touchpoint());
            if (!known.equals(Optional.of(survey))) {
                writes.add(put(survey));
                writes.addAll(timerChanges(known, survey, timers));
            }
        }
        return transact(writes);
    }

    /**
     * The write of a survey, on condition that its item is as it was when it was loaded. It raises
     * the revision.
     */
    public TransactWriteItem put(Survey survey) {
        return conditional(SurveyItem.of(survey.written()), SurveyItem.REVISION, survey.revision());
    }

    /** The writes that clear the timer of the survey as it was, and set that of it as it is. */
    public static List<TransactWriteItem> timerChanges(
            Optional<Survey> before, Survey after, Timers timers) {
        Optional<Timer> old = before.flatMap(Surveys::timer);
        Optional<Timer> next = timer(after);
        if (old.equals(next)) {
            return List.of();
        }
        List<TransactWriteItem> writes = new ArrayList<>();
        old.ifPresent(timer -> writes.add(timers.delete(timer)));
        next.ifPresent(timer -> writes.add(timers.put(timer)));
        return writes;
    }

    /**
     * The write that notes an answer. Its condition fails if there is no such survey. Repeating it
     * is harmless; the first time stays.
     */
    public TransactWriteItem answered(SurveyId survey, Instant at) {
        return TransactWriteItem.builder()
                .update(
                        update ->
                                update.tableName(table)
                                        .key(key(survey))
                                        .updateExpression(
                                                "SET #state = :answered, #at = :at, #revision ="
                                                        + " #revision + :one")
                                        .conditionExpression("attribute_exists(#orderId)")
                                        .expressionAttributeNames(
                                                Map.of(
                                                        "#orderId", SurveyItem.ORDER_ID,
                                                        "#state", SurveyItem.STATE,
                                                        "#at", SurveyItem.AT,
                                                        "#revision", SurveyItem.REVISION))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":answered",
                                                        Item.value(SurveyItem.ANSWERED),
                                                        ":at",
                                                        Item.value(at),
                                                        ":one",
                                                        Item.value(1))))
                .build();
    }

    /**
     * Makes these writes, all or none.
     *
     * @return whether they were made; not if a condition failed or another writer was there
     * @throws TransactionCanceledException for any other reason, such as a throttled table
     */
    public boolean transact(List<TransactWriteItem> writes) {
        try {
            dynamoDb.transactWriteItems(transaction -> transaction.transactItems(writes));
            return true;
        } catch (TransactionCanceledException e) {
            if (DynamoDb.conflicted(e) || anyConditionFailed(e, writes.size())) {
                return false;
            }
            throw e;
        }
    }

    private static boolean anyConditionFailed(TransactionCanceledException e, int writes) {
        for (int write = 0; write < writes; write++) {
            if (DynamoDb.conditionFailed(e, write)) {
                return true;
            }
        }
        return false;
    }

    private TransactWriteItem putFacts(Facts facts, long version) {
        return conditional(OrderItem.of(facts, version + 1), OrderItem.VERSION, version);
    }

    private TransactWriteItem putDecision(OrderId order, DecisionRow row) {
        return TransactWriteItem.builder()
                .put(
                        put ->
                                put.tableName(table)
                                        .item(DecisionRowItem.of(order, row).attributes())
                                        .conditionExpression("attribute_not_exists(#orderId)")
                                        .expressionAttributeNames(KEY_NAME))
                .build();
    }

    private TransactWriteItem conditional(Item item, String counter, long expected) {
        if (expected == 0) {
            return TransactWriteItem.builder()
                    .put(
                            put ->
                                    put.tableName(table)
                                            .item(item.attributes())
                                            .conditionExpression("attribute_not_exists(#orderId)")
                                            .expressionAttributeNames(KEY_NAME))
                    .build();
        }
        return TransactWriteItem.builder()
                .put(
                        put ->
                                put.tableName(table)
                                        .item(item.attributes())
                                        .conditionExpression("#counter = :expected")
                                        .expressionAttributeNames(Map.of("#counter", counter))
                                        .expressionAttributeValues(
                                                Map.of(":expected", Item.value(expected))))
                .build();
    }

    private static Optional<Timer> timer(Survey survey) {
        return survey.isPlanned()
                ? Optional.of(new Timer(TimerKind.SURVEY, survey.id().toString(), survey.dueAt()))
                : Optional.empty();
    }

    private static Map<String, AttributeValue> key(SurveyId survey) {
        return Map.of(
                SurveyItem.ORDER_ID, Item.value(survey.order().value()),
                SurveyItem.TOUCHPOINT, Item.value(survey.touchpoint().id()));
    }

    private static OrderSurveys read(OrderId order, List<Item> items) {
        Map<Touchpoint, Survey> surveys = new EnumMap<>(Touchpoint.class);
        List<DecisionRow> decisions = new ArrayList<>();
        Facts facts = Facts.none(order);
        long version = 0;
        for (Item item : items) {
            String sortKey = item.string(SurveyItem.TOUCHPOINT);
            if (sortKey.equals(OrderItem.SORT_KEY)) {
                facts = OrderItem.facts(order, item);
                version = item.number(OrderItem.VERSION);
            } else if (sortKey.startsWith(DecisionRowItem.SORT_KEY_PREFIX)) {
                decisions.add(DecisionRowItem.read(item));
            } else {
                Survey survey = SurveyItem.read(item);
                surveys.put(survey.touchpoint(), survey);
            }
        }
        decisions.sort(Comparator.comparing(DecisionRow::decidedAt));
        return new OrderSurveys(facts, surveys, decisions, version);
    }
}

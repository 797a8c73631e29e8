package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.BatchReads;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.dynamodb.Item;
import dev.doorstep.dynamodb.TableScan;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The table of surveys: one item for each order, with its facts, its decisions and its surveys, so
 * that one conditional write changes them together. Each write is made only over the version that
 * it came from: of two writers one loses and looks again. Safe for use by several threads.
 */
public final class Surveys {
    private static final int ATTEMPTS = 5;

    private final DynamoDbClient dynamoDb;
    private final String table;

    public Surveys(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
    }

    /** All that is kept of the order as it is now; empty if nothing is. */
    public Optional<OrderSurveys> find(OrderId order) {
        return find(order, Consistency.STRONG);
    }

    /** All that is kept of the order; empty if nothing is. */
    public Optional<OrderSurveys> find(OrderId order, Consistency consistency) {
        Map<String, AttributeValue> found =
                dynamoDb.getItem(
                                get ->
                                        get.tableName(table)
                                                .key(
                                                        Map.of(
                                                                OrderItem.ORDER_ID,
                                                                Item.value(order.value())))
                                                .consistentRead(consistency.isStrong()))
                        .item();
        return found.isEmpty() ? Optional.empty() : Optional.of(OrderItem.read(new Item(found)));
    }

    /** All that is kept of these orders, in no order; those of which nothing is kept are absent. */
    public List<OrderSurveys> findAll(Set<OrderId> orders, Consistency consistency) {
        List<Item> keys =
                orders.stream()
                        .map(
                                order ->
                                        Item.builder()
                                                .with(OrderItem.ORDER_ID, order.value())
                                                .build())
                        .toList();
        return BatchReads.read(dynamoDb, table, keys, consistency).stream()
                .map(OrderItem::read)
                .toList();
    }

    /**
     * Writes an order over the one that it came from. A survey that is then planned has its timer
     * set before: a timer that comes due for nothing is harmless, a planned survey without one
     * would never be sent. Timers of other times are left to come due for nothing.
     *
     * @return the order as it was written; empty if another writer came first, or the client's own
     *     repeat of this write found it made
     */
    public Optional<OrderSurveys> write(OrderSurveys before, OrderSurveys after, Timers timers) {
        for (Survey survey : after.surveys().values()) {
            if (survey.isPlanned() && !wasPlannedSo(before, survey)) {
                timers.set(new Timer(TimerKind.SURVEY, survey.id().toString(), survey.dueAt()));
            }
        }
        return put(before, after) ? Optional.of(after.written()) : Optional.empty();
    }

    /** Whether an item, as a stream shows it, is one of this table. */
    public static boolean holds(Item item) {
        return item.has(OrderItem.ORDER_ID);
    }

    /** An order as the table has it. */
    public static OrderSurveys read(Item item) {
        return OrderItem.read(item);
    }

    /** An order as the table has it. */
    public static Item item(OrderSurveys order) {
        return OrderItem.of(order, order.version());
    }

    /**
     * Takes the customer with such an address out of an order: who they are, and the surveys that
     * they were still to get. What was decided stays. Doing it again changes nothing.
     *
     * @throws Unavailable if others keep writing the order
     */
    public void erase(OrderId id, Predicate<String> isTheirs, Instant now) {
        change(id, order -> order.erased(isTheirs, now));
    }

    /**
     * Notes that the mail of a survey came back for good. Noting it again changes nothing.
     *
     * @param sentAt when the mail went out, if nobody noted that yet
     * @throws Unavailable if others keep writing the order
     */
    public void bounced(SurveyId id, Instant sentAt, Instant at) {
        change(
                id.order(),
                order ->
                        order.survey(id.touchpoint())
                                .map(survey -> order.with(survey.bounced(sentAt, at)))
                                .orElse(order));
    }

    /**
     * Reads the whole table, a page at a time: what that costs grows with the table, so it is for
     * rebuilding what is derived from it.
     */
    public void readAll(Consumer<List<OrderSurveys>> reader) {
        TableScan.read(dynamoDb, table, Surveys::read, reader);
    }

    /**
     * Takes everybody out of an order that {@linkplain OrderSurveys#endedBefore ended before} a
     * moment; another stays as it is. Doing it again changes nothing.
     *
     * @throws Unavailable if others keep writing the order
     */
    public void eraseEndedBefore(OrderId id, Instant moment, Instant now) {
        change(id, order -> order.endedBefore(moment) ? order.erased(now) : order);
    }

    private void change(OrderId id, UnaryOperator<OrderSurveys> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<OrderSurveys> before = find(id);
            Optional<OrderSurveys> after = before.map(change);
            if (after.equals(before) || put(before.orElseThrow(), after.orElseThrow())) {
                return;
            }
        }
        throw new Unavailable("the order is being written by others");
    }

    private static boolean wasPlannedSo(OrderSurveys before, Survey survey) {
        return before.survey(survey.touchpoint())
                .filter(Survey::isPlanned)
                .filter(known -> known.dueAt().equals(survey.dueAt()))
                .isPresent();
    }

    private boolean put(OrderSurveys before, OrderSurveys after) {
        PutItemRequest.Builder put =
                PutItemRequest.builder()
                        .tableName(table)
                        .item(OrderItem.of(after, before.version() + 1).attributes());
        if (before.version() == 0) {
            put.conditionExpression("attribute_not_exists(#orderId)")
                    .expressionAttributeNames(Map.of("#orderId", OrderItem.ORDER_ID));
        } else {
            put.conditionExpression("#version = :before")
                    .expressionAttributeNames(Map.of("#version", OrderItem.VERSION))
                    .expressionAttributeValues(Map.of(":before", Item.value(before.version())));
        }
        try {
            dynamoDb.putItem(put.build());
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}

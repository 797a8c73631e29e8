package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.dynamodb.Item;
import dev.doorstep.dynamodb.TableScan;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.SurveyId;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.TimerKind;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of follow-ups. Each write is made only over the version that it came from, so that of
 * two writers one loses and looks again. Safe for use by several threads.
 */
public final class FollowUps {
    private static final int ATTEMPTS = 5;
    private static final String BY_STATE = "byState";
    private static final String BY_CONTACT = "byContact";
    private static final String BY_WEEK = "byWeek";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public FollowUps(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
    }

    /** Whether an item, as a stream shows it, is one of this table. */
    public static boolean holds(Item item) {
        return item.has(FollowUpItem.FOLLOW_UP_ID);
    }

    /** A follow-up as the table's stream shows it. */
    public static FollowUp read(Item item) {
        return FollowUpItem.read(item);
    }

    /** A follow-up as the table has it. */
    public static Item item(FollowUp followUp) {
        return FollowUpItem.of(followUp);
    }

    /** The follow-up to this survey, read consistently. */
    public Optional<FollowUp> find(SurveyId id) {
        Map<String, AttributeValue> found =
                dynamoDb.getItem(
                                get ->
                                        get.tableName(table)
                                                .key(
                                                        Map.of(
                                                                FollowUpItem.FOLLOW_UP_ID,
                                                                Item.value(id.toString())))
                                                .consistentRead(true))
                        .item();
        return found.isEmpty() ? Optional.empty() : Optional.of(FollowUpItem.read(new Item(found)));
    }

    /**
     * Reads the whole table, a page at a time: what that costs grows with the table, so it is for
     * rebuilding what is derived from it.
     */
    public void readAll(Consumer<List<FollowUp>> reader) {
        TableScan.read(dynamoDb, table, FollowUps::read, reader);
    }

    /** Opens a case; {@code false} if the survey has one already. */
    public boolean open(FollowUp followUp) {
        return put(
                Put.builder()
                        .tableName(table)
                        .item(FollowUpItem.of(followUp).attributes())
                        .conditionExpression("attribute_not_exists(#id)")
                        .expressionAttributeNames(Map.of("#id", FollowUpItem.FOLLOW_UP_ID))
                        .build());
    }

    /**
     * Writes a follow-up over the one that it came from. It leaves its timers alone: one that comes
     * due for nothing is harmless, and one that it needs is to be set after.
     *
     * @return whether it was written; not if another writer came first
     */
    public boolean change(FollowUp before, FollowUp after) {
        return put(changed(before, after));
    }

    /**
     * Changes a follow-up, however often others come first. It leaves its timers alone.
     *
     * @param change may give what it is given, if there is nothing to change
     * @return the follow-up as it is then; empty if there is none
     * @throws Unavailable if others keep writing it
     */
    public Optional<FollowUp> change(SurveyId id, UnaryOperator<FollowUp> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<FollowUp> before = find(id);
            Optional<FollowUp> after = before.map(change);
            if (after.equals(before) || change(before.orElseThrow(), after.orElseThrow())) {
                return after;
            }
        }
        throw new Unavailable("the follow-up is being written by others");
    }

    /**
     * Writes a follow-up over the one that it came from, with the timers of its lease, its promise
     * and its mails, all or nothing.
     *
     * @return whether it was written; not if another writer came first
     */
    public boolean change(FollowUp before, FollowUp after, Timers timers) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(TransactWriteItem.builder().put(changed(before, after)).build());
        Set<Timer> old = timers(before);
        Set<Timer> next = timers(after);
        old.stream().filter(t -> !next.contains(t)).map(timers::delete).forEach(writes::add);
        next.stream().filter(t -> !old.contains(t)).map(timers::put).forEach(writes::add);
        newMail(before, after).map(timers::put).ifPresent(writes::add);
        return transact(writes);
    }

    /**
     * The follow-ups in a state, at most so many at a time: urgent ones first, then by promise; of
     * those that have ended, the latest first.
     */
    public Page list(FollowUpState state, Optional<Cursor> after, int limit) {
        QueryRequest.Builder query =
                inState(state).scanIndexForward(!state.hasEnded()).limit(limit);
        after.ifPresent(cursor -> query.exclusiveStartKey(key(state, cursor)));
        QueryResponse found = dynamoDb.query(query.build());
        return new Page(
                found.items().stream().map(i -> FollowUpItem.read(new Item(i))).toList(),
                cursor(found.lastEvaluatedKey()));
    }

    private QueryRequest.Builder inState(FollowUpState state) {
        return QueryRequest.builder()
                .tableName(table)
                .indexName(BY_STATE)
                .keyConditionExpression("#state = :state")
                .expressionAttributeNames(Map.of("#state", FollowUpItem.STATE))
                .expressionAttributeValues(Map.of(":state", Item.value(state.id())));
    }

    /** The cases of a customer, the latest first, at most so many. */
    public List<EarlierCase> ofContact(String contactId, int limit) {
        return dynamoDb.query(ofContactQuery(contactId).limit(limit).build()).items().stream()
                .map(item -> FollowUpItem.readEarlier(new Item(item)))
                .toList();
    }

    /**
     * Takes the customer out of a follow-up, as {@link FollowUp#erased} does. Its timers are left
     * to come due for nothing. Doing it again changes nothing.
     *
     * @param which is left as it is unless it is such a one
     * @throws Unavailable if others keep writing it
     */
    public void erase(
            SurveyId id,
            Predicate<FollowUp> which,
            int replyVersion,
            int verdictVersion,
            Instant now) {
        var _ =
                change(
                        id,
                        before -> {
                            FollowUp after = before.erased(replyVersion, verdictVersion, now);
                            return !which.test(before) || isSameButForVersion(before, after)
                                    ? before
                                    : after;
                        });
    }

    /** Whether nothing is in one that support is done with that erasing would take out. */
    public static boolean isErased(FollowUp followUp) {
        int verdict = followUp.verdict().map(said -> said.reply().version()).orElse(0);
        return isSameButForVersion(
                followUp, followUp.erased(followUp.reply().version(), verdict, Instant.EPOCH));
    }

    /** All follow-ups that support is not done with. */
    public List<FollowUp> live() {
        return Stream.of(FollowUpState.values())
                .filter(state -> !state.hasEnded())
                .flatMap(state -> dynamoDb.queryPaginator(inState(state).build()).items().stream())
                .map(item -> FollowUpItem.read(new Item(item)))
                .toList();
    }

    private static boolean isSameButForVersion(FollowUp before, FollowUp after) {
        Item was = FollowUpItem.of(before);
        Item is = FollowUpItem.of(after);
        return was.without(FollowUpItem.VERSION).equals(is.without(FollowUpItem.VERSION));
    }

    /** All cases of a customer. */
    public List<EarlierCase> ofContact(String contactId) {
        return dynamoDb.queryPaginator(ofContactQuery(contactId).build()).items().stream()
                .map(item -> FollowUpItem.readEarlier(new Item(item)))
                .toList();
    }

    private QueryRequest.Builder ofContactQuery(String contactId) {
        return QueryRequest.builder()
                .tableName(table)
                .indexName(BY_CONTACT)
                .keyConditionExpression("#contact = :contact")
                .expressionAttributeNames(Map.of("#contact", FollowUpItem.CONTACT_ID))
                .expressionAttributeValues(Map.of(":contact", Item.value(contactId)))
                .scanIndexForward(false);
    }

    /** All follow-ups that were resolved in a week and still are. */
    public List<FollowUp> resolvedIn(Week week) {
        return dynamoDb
                .queryPaginator(
                        query ->
                                query.tableName(table)
                                        .indexName(BY_WEEK)
                                        .keyConditionExpression("#week = :week")
                                        .expressionAttributeNames(
                                                Map.of("#week", FollowUpItem.RESOLVED_IN))
                                        .expressionAttributeValues(
                                                Map.of(":week", Item.value(week.toString()))))
                .items()
                .stream()
                .map(item -> FollowUpItem.read(new Item(item)))
                .toList();
    }

    /** Where a list goes on: after this follow-up. */
    public record Cursor(String place, SurveyId id) {

        public Cursor {
            requireNonNull(place, "place is null");
            requireNonNull(id, "id is null");
        }
    }

    /** A part of a list, and where it goes on if it does. */
    public record Page(List<FollowUp> followUps, Optional<Cursor> next) {

        public Page {
            followUps = List.copyOf(followUps);
            requireNonNull(next, "next is null");
        }
    }

    private Put changed(FollowUp before, FollowUp after) {
        return Put.builder()
                .tableName(table)
                .item(FollowUpItem.of(after).attributes())
                .conditionExpression("#version = :before")
                .expressionAttributeNames(Map.of("#version", FollowUpItem.VERSION))
                .expressionAttributeValues(Map.of(":before", Item.value(before.version())))
                .build();
    }

    private boolean put(Put write) {
        try {
            dynamoDb.putItem(
                    request ->
                            request.tableName(write.tableName())
                                    .item(write.item())
                                    .conditionExpression(write.conditionExpression())
                                    .expressionAttributeNames(write.expressionAttributeNames())
                                    .expressionAttributeValues(
                                            write.hasExpressionAttributeValues()
                                                    ? write.expressionAttributeValues()
                                                    : null));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        } catch (TransactionConflictException _) {
            return false;
        }
    }

    private boolean transact(List<TransactWriteItem> writes) {
        try {
            dynamoDb.transactWriteItems(transaction -> transaction.transactItems(writes));
            return true;
        } catch (TransactionCanceledException e) {
            if (DynamoDb.conflicted(e) || DynamoDb.conditionFailed(e, 0)) {
                return false;
            }
            throw e;
        }
    }

    private static Set<Timer> timers(FollowUp followUp) {
        return Stream.concat(lease(followUp).stream(), followUp.promiseTimer().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Timer> lease(FollowUp followUp) {
        return followUp.claim()
                .map(
                        claim ->
                                new Timer(
                                        kind(claim.severity()),
                                        followUp.id().toString(),
                                        claim.leaseUntil()));
    }

    /** A mail that support wrote goes out from here on whatever happens to who wrote it. */
    private static Optional<Timer> newMail(FollowUp before, FollowUp after) {
        return after.history().entries().stream()
                .filter(entry -> after.mails() > before.mails())
                .filter(entry -> entry.mail().filter(n -> n == after.mails()).isPresent())
                .map(
                        entry ->
                                new Timer(
                                        TimerKind.FOLLOW_UP_MAIL,
                                        new FollowUpDue(after.id(), after.mails()).toString(),
                                        entry.at()))
                .findFirst();
    }

    private static TimerKind kind(Severity severity) {
        return switch (severity) {
            case NORMAL -> TimerKind.LEASE;
            case URGENT -> TimerKind.URGENT_LEASE;
        };
    }

    private static Map<String, AttributeValue> key(FollowUpState state, Cursor cursor) {
        return Map.of(
                FollowUpItem.STATE, Item.value(state.id()),
                FollowUpItem.PLACE, Item.value(cursor.place()),
                FollowUpItem.FOLLOW_UP_ID, Item.value(cursor.id().toString()));
    }

    private static Optional<Cursor> cursor(Map<String, AttributeValue> lastKey) {
        if (lastKey.isEmpty()) {
            return Optional.empty();
        }
        Item last = new Item(lastKey);
        return Optional.of(
                new Cursor(
                        last.string(FollowUpItem.PLACE),
                        SurveyId.parse(last.string(FollowUpItem.FOLLOW_UP_ID))));
    }
}

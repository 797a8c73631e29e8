package dev.doorstep.replies;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.BatchReads;
import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.dynamodb.Item;
import dev.doorstep.dynamodb.TableScan;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.surveys.SurveyId;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The table of replies. Safe for use by several threads. */
public final class Replies {
    private static final int ATTEMPTS = 5;

    private final DynamoDbClient dynamoDb;
    private final String table;

    public Replies(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
    }

    /** The reply to this survey as it is now. */
    public Optional<Reply> find(SurveyId survey) {
        return find(survey, Consistency.STRONG);
    }

    /** The reply to this survey. */
    public Optional<Reply> find(SurveyId survey, Consistency consistency) {
        Map<String, AttributeValue> found =
                dynamoDb.getItem(
                                get ->
                                        get.tableName(table)
                                                .key(
                                                        Map.of(
                                                                ReplyItem.SURVEY_ID,
                                                                Item.value(survey.toString())))
                                                .consistentRead(consistency.isStrong()))
                        .item();
        return found.isEmpty() ? Optional.empty() : Optional.of(read(new Item(found)));
    }

    /** The replies to these surveys, in no order; those that there are none to are absent. */
    public List<Reply> findAll(Set<SurveyId> surveys, Consistency consistency) {
        List<Item> keys =
                surveys.stream()
                        .map(s -> Item.builder().with(ReplyItem.SURVEY_ID, s.toString()).build())
                        .toList();
        return BatchReads.read(dynamoDb, table, keys, consistency).stream()
                .map(ReplyItem::read)
                .toList();
    }

    /**
     * Reads the whole table, a page at a time: what that costs grows with the table, so it is for
     * rebuilding what is derived from it.
     */
    public void readAll(Consumer<List<Reply>> reader) {
        TableScan.read(dynamoDb, table, Replies::read, reader);
    }

    /** A reply as the table's stream shows it. */
    public static Reply read(Item item) {
        return ReplyItem.read(item);
    }

    /** A reply as the table has it. */
    public static Item item(Reply reply) {
        return ReplyItem.of(reply);
    }

    /**
     * Takes what the customer wrote out of the reply to this survey. Doing it again changes
     * nothing.
     *
     * @param which is left as it is unless it is such a one
     * @return the reply as it is then; empty if there is none
     * @throws Unavailable if others keep writing it
     */
    public Optional<Reply> erase(SurveyId survey, Predicate<Reply> which) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Reply> before = find(survey);
            Optional<Reply> after = before.map(reply -> which.test(reply) ? reply.erased() : reply);
            if (after.equals(before)
                    || putOver(after.orElseThrow(), after.orElseThrow().version(), List.of())) {
                return after;
            }
        }
        throw new Unavailable("the reply is being written by others");
    }

    /**
     * Writes the next version of what a survey was answered, which is the first if there is none
     * before it.
     *
     * @return as {@link #write(Reply)} and {@link #change}
     */
    public boolean write(Optional<Reply> before, Reply next) {
        return before.map(reply -> change(reply, next)).orElseGet(() -> write(next));
    }

    /**
     * Writes the first version of a reply.
     *
     * @return whether it was written; not if there is one already
     */
    public boolean write(Reply first) {
        if (first.version() != 1) {
            throw new IllegalArgumentException("a later version is made of the one before it");
        }
        return put(
                first,
                put ->
                        put.conditionExpression("attribute_not_exists(#surveyId)")
                                .expressionAttributeNames(
                                        Map.of("#surveyId", ReplyItem.SURVEY_ID)));
    }

    /**
     * Writes the next version of a reply.
     *
     * @return whether it was written; not if the version before it is no longer the one that is
     *     there, or was erased meanwhile: what was taken out does not come back
     */
    public boolean change(Reply before, Reply next) {
        if (next.version() != before.version() + 1) {
            throw new IllegalArgumentException("this is not the version after that one");
        }
        return putOver(next, before.version(), ReplyItem.erasable(before));
    }

    private boolean putOver(Reply reply, long version, List<String> present) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("#version", ReplyItem.VERSION);
        StringBuilder condition = new StringBuilder("#version = :before");
        for (String attribute : present) {
            condition.append(" AND attribute_exists(#").append(attribute).append(')');
            names.put("#" + attribute, attribute);
        }
        return put(
                reply,
                put ->
                        put.conditionExpression(condition.toString())
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(Map.of(":before", Item.value(version))));
    }

    private boolean put(Reply reply, Consumer<PutItemRequest.Builder> condition) {
        PutItemRequest.Builder put =
                PutItemRequest.builder().tableName(table).item(ReplyItem.of(reply).attributes());
        condition.accept(put);
        try {
            dynamoDb.putItem(put.build());
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}

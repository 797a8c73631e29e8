package dev.doorstep.replies;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.surveys.SurveyId;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

import java.util.Map;
import java.util.Optional;

/** The table of replies. Safe for use by several threads. */
public final class Replies {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public Replies(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
    }

    /** The reply to this survey, read consistently. */
    public Optional<Reply> find(SurveyId survey) {
        Map<String, AttributeValue> found =
                dynamoDb.getItem(
                                get ->
                                        get.tableName(table)
                                                .key(
                                                        Map.of(
                                                                ReplyItem.SURVEY_ID,
                                                                Item.value(survey.toString())))
                                                .consistentRead(true))
                        .item();
        return found.isEmpty() ? Optional.empty() : Optional.of(read(new Item(found)));
    }

    /** A reply as the table's stream shows it. */
    public static Reply read(Item item) {
        return ReplyItem.read(item);
    }

    /**
     * The write of a reply's next version. Its condition fails unless the version before it is the
     * one that is there.
     */
    public TransactWriteItem put(Reply reply) {
        Map<String, AttributeValue> item = ReplyItem.of(reply).attributes();
        if (reply.version() == 1) {
            return TransactWriteItem.builder()
                    .put(
                            put ->
                                    put.tableName(table)
                                            .item(item)
                                            .conditionExpression("attribute_not_exists(#surveyId)")
                                            .expressionAttributeNames(
                                                    Map.of("#surveyId", ReplyItem.SURVEY_ID)))
                    .build();
        }
        return TransactWriteItem.builder()
                .put(
                        put ->
                                put.tableName(table)
                                        .item(item)
                                        .conditionExpression("#version = :before")
                                        .expressionAttributeNames(
                                                Map.of("#version", ReplyItem.VERSION))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":before",
                                                        Item.value(reply.version() - 1L))))
                .build();
    }
}

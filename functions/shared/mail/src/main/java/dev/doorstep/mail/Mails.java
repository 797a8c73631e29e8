package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The table of mails. SES cannot tell a repeat, so the intent to send is written first; whoever
 * finds one there does not send. Safe for use by several threads.
 */
final class Mails {
    private static final String MAIL_ID = "mailId";
    private static final String STATE = "state";
    private static final String AT = "at";
    private static final String SES_MESSAGE_ID = "sesMessageId";
    private static final String REASON = "reason";
    private static final String SENDING = "sending";
    private static final String SENT = "sent";
    private static final String REFUSED = "refused";
    private static final String WITHDRAWN = "withdrawn";

    private final DynamoDbClient dynamoDb;
    private final String table;

    Mails(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
    }

    /**
     * Writes the intent to send.
     *
     * @return whether the caller is the one that may send
     */
    boolean intend(MailId mail, Instant now) {
        Item intent =
                Item.builder()
                        .with(MAIL_ID, mail.toString())
                        .with(STATE, SENDING)
                        .with(AT, now)
                        .build();
        try {
            dynamoDb.putItem(
                    put ->
                            put.tableName(table)
                                    .item(intent.attributes())
                                    .conditionExpression(
                                            "attribute_not_exists(#mailId) OR #state = :withdrawn")
                                    .expressionAttributeNames(
                                            Map.of("#mailId", MAIL_ID, "#state", STATE))
                                    .expressionAttributeValues(
                                            Map.of(":withdrawn", Item.value(WITHDRAWN))));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    /** What became of a mail that someone else intended to send. */
    Outcome outcome(MailId mail) {
        Item item =
                new Item(
                        dynamoDb.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .key(key(mail))
                                                        .consistentRead(true))
                                .item());
        return switch (item.findString(STATE).orElse(SENDING)) {
            case SENT -> new Outcome.AlreadySent(item.string(SES_MESSAGE_ID));
            case REFUSED -> new Outcome.Refused(item.string(REASON));
            default -> new Outcome.Unsettled();
        };
    }

    void sent(MailId mail, String sesMessageId, Instant now) {
        settle(mail, SENT, Optional.of(Map.entry(SES_MESSAGE_ID, sesMessageId)), now);
    }

    void refused(MailId mail, String reason, Instant now) {
        settle(mail, REFUSED, Optional.of(Map.entry(REASON, reason)), now);
    }

    /** SES certainly did not take it: it may be tried again. */
    void withdraw(MailId mail, Instant now) {
        settle(mail, WITHDRAWN, Optional.empty(), now);
    }

    private void settle(
            MailId mail, String state, Optional<Map.Entry<String, String>> detail, Instant now) {
        Item.Builder item =
                Item.builder().with(MAIL_ID, mail.toString()).with(STATE, state).with(AT, now);
        detail.ifPresent(d -> item.with(d.getKey(), d.getValue()));
        dynamoDb.putItem(put -> put.tableName(table).item(item.build().attributes()));
    }

    private static Map<String, AttributeValue> key(MailId mail) {
        return Map.of(MAIL_ID, Item.value(mail.toString()));
    }
}

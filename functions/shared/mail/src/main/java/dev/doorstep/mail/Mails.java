package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.dynamodb.Item;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The table of mails. SES cannot tell a repeat, so the intent to send is written first; whoever
 * finds one there does not send. SES's own send event, which comes whether the sender lived to hear
 * SES's answer or not, settles what became of it. Safe for use by several threads.
 */
final class Mails {
    private static final String MAIL_ID = "mailId";
    private static final String STATE = "state";
    private static final String AT = "at";
    private static final String ATTEMPT = "attempt";
    private static final String SES_MESSAGE_ID = "sesMessageId";
    private static final String REASON = "reason";
    private static final String SENDING = "sending";
    private static final String SENT = "sent";
    private static final String REFUSED = "refused";
    private static final String WITHDRAWN = "withdrawn";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Duration settlingTime;

    /**
     * @param settlingTime the longest that SES's send event takes: without one by then, SES did not
     *     take the mail
     */
    Mails(DynamoDbClient dynamoDb, String table, Duration settlingTime) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
        this.settlingTime = requireNonNull(settlingTime, "settlingTime is null");
    }

    /** The id of a mail as the table has it. */
    static MailId idOf(Item mail) {
        return MailId.parse(mail.string(MAIL_ID));
    }

    /** One try at sending a mail, told from others of the same mail. */
    record Attempt(MailId mail, String id) {}

    /**
     * Writes the intent to send. The mark of the attempt lets the client's own repeat of the write
     * find itself, not a rival.
     *
     * @return the attempt, if the caller is the one that may send
     */
    Optional<Attempt> intend(MailId mail, Instant now) {
        Attempt attempt = new Attempt(mail, UUID.randomUUID().toString());
        Item intent =
                Item.builder()
                        .with(MAIL_ID, mail.toString())
                        .with(STATE, SENDING)
                        .with(AT, now)
                        .with(ATTEMPT, attempt.id())
                        .build();
        try {
            dynamoDb.putItem(
                    put ->
                            put.tableName(table)
                                    .item(intent.attributes())
                                    .conditionExpression(
                                            "attribute_not_exists(#mailId) OR #state = :withdrawn"
                                                + " OR #attempt = :attempt OR (#state = :sending"
                                                + " AND #at <= :given)")
                                    .expressionAttributeNames(
                                            Map.of(
                                                    "#mailId", MAIL_ID,
                                                    "#state", STATE,
                                                    "#attempt", ATTEMPT,
                                                    "#at", AT))
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":withdrawn",
                                                    Item.value(WITHDRAWN),
                                                    ":attempt",
                                                    Item.value(attempt.id()),
                                                    ":sending",
                                                    Item.value(SENDING),
                                                    ":given",
                                                    Item.value(now.minus(settlingTime)))));
            return Optional.of(attempt);
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    /** What became of a mail that was intended; empty if it may be sent (again). */
    Optional<Outcome> outcome(MailId mail, Instant now) {
        Item item = read(mail, Consistency.STRONG);
        return switch (item.findString(STATE).orElse(WITHDRAWN)) {
            case SENT -> Optional.of(new Outcome.AlreadySent(item.string(SES_MESSAGE_ID)));
            case REFUSED -> Optional.of(new Outcome.Refused(item.string(REASON)));
            case SENDING ->
                    Optional.of(unsettledSince(item.instant(AT)))
                            .filter(unsettled -> now.isBefore(unsettled.lookAgainAt()))
                            .map(Outcome.class::cast);
            default -> Optional.empty();
        };
    }

    /** Whether it is known to have gone out, to a read that may be a little late. */
    boolean isSent(MailId mail) {
        return read(mail, Consistency.EVENTUAL).findString(STATE).filter(SENT::equals).isPresent();
    }

    private Item read(MailId mail, Consistency consistency) {
        return new Item(
                dynamoDb.getItem(
                                get ->
                                        get.tableName(table)
                                                .key(key(mail))
                                                .consistentRead(consistency.isStrong()))
                        .item());
    }

    Outcome.Unsettled unsettledSince(Instant intended) {
        return new Outcome.Unsettled(intended.plus(settlingTime));
    }

    void refused(Attempt attempt, String reason, Instant now) {
        end(attempt, REFUSED, Map.of(REASON, reason), now);
    }

    /** SES certainly did not take it: it may be tried again. */
    void withdraw(Attempt attempt, Instant now) {
        end(attempt, WITHDRAWN, Map.of(), now);
    }

    /**
     * Notes that SES took the mail. Whatever else was thought of it is put right; a mail that was
     * never intended here is none of ours.
     *
     * @return whether that is news
     */
    boolean sent(MailId mail, String sesMessageId, Instant at) {
        return update(
                mail,
                SENT,
                Map.of(SES_MESSAGE_ID, sesMessageId),
                at,
                "attribute_exists(#mailId) AND #state <> :state",
                Map.of("#mailId", MAIL_ID),
                Map.of());
    }

    /** An attempt ends only itself: an earlier one may have been heard of, a later one begun. */
    private void end(Attempt attempt, String state, Map<String, String> details, Instant now) {
        update(
                attempt.mail(),
                state,
                details,
                now,
                "#attempt = :attempt AND #state = :sending",
                Map.of("#attempt", ATTEMPT),
                Map.of(":attempt", attempt.id(), ":sending", SENDING));
    }

    private boolean update(
            MailId mail,
            String state,
            Map<String, String> details,
            Instant at,
            String condition,
            Map<String, String> names,
            Map<String, String> values) {
        Map<String, String> allNames = new LinkedHashMap<>(names);
        Map<String, AttributeValue> allValues = new LinkedHashMap<>();
        values.forEach((name, value) -> allValues.put(name, Item.value(value)));
        StringBuilder set = new StringBuilder("SET #state = :state, #at = :at");
        allNames.put("#state", STATE);
        allNames.put("#at", AT);
        allValues.put(":state", Item.value(state));
        allValues.put(":at", Item.value(at));
        details.forEach(
                (name, value) -> {
                    set.append(", #").append(name).append(" = :").append(name);
                    allNames.put("#" + name, name);
                    allValues.put(":" + name, Item.value(value));
                });
        try {
            dynamoDb.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(key(mail))
                                    .updateExpression(set.toString())
                                    .conditionExpression(condition)
                                    .expressionAttributeNames(allNames)
                                    .expressionAttributeValues(allValues));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(MailId mail) {
        return Map.of(MAIL_ID, Item.value(mail.toString()));
    }
}

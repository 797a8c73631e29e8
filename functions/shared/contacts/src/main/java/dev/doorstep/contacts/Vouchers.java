package dev.doorstep.contacts;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.lambda.Unavailable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What contacts got in vouchers, in the rows of {@link Contacts}. It is written over the version
 * that it was read as, so that agents who give at the same moment keep to the limit together. Safe
 * for use by several threads.
 */
public final class Vouchers {
    private static final String GIVEN = "vouchers";
    private static final String VERSION = "vouchersVersion";
    private static final int ATTEMPTS = 10;

    private final DynamoDbClient dynamoDb;
    private final String table;

    public Vouchers(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = requireNonNull(dynamoDb, "dynamoDb is null");
        this.table = requireNonNull(table, "table is null");
    }

    /**
     * Notes that the contact gets this voucher, unless it is more than is left for the month.
     * Repeating is harmless, also in the next month.
     *
     * @param allowance what a contact may get of the voucher's kind in the month
     * @return whether the voucher may be given; {@code false} also for another voucher under the
     *     same grant id, and for a month before the last one that is remembered
     * @throws Unavailable if others kept writing the same contact; nothing is noted then
     */
    public boolean grant(
            ContactId id, Voucher voucher, YearMonth month, VoucherAllowance allowance) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Item contact = load(id);
            GivenVouchers given = given(contact);
            if (given.has(voucher)) {
                return true;
            }
            boolean allowed = given.allows(voucher, month, allowance);
            if (!allowed || write(id, given.with(voucher, month), contact.findNumber(VERSION))) {
                return allowed;
            }
        }
        throw new Unavailable("the contact is being written by others");
    }

    /**
     * What is left for the month.
     *
     * @param kind {@code percentage}, or the ISO 4217 currency of an amount
     * @param allowance what a contact may get of this kind in the month
     */
    public VoucherAllowance left(
            ContactId id, String kind, YearMonth month, VoucherAllowance allowance) {
        return given(load(id)).left(kind, month, allowance);
    }

    /** As it is now: who is told no must not be told so because a grant was not seen yet. */
    private Item load(ContactId id) {
        return new Item(
                dynamoDb.getItem(
                                get ->
                                        get.tableName(table)
                                                .key(Contacts.key(id))
                                                .consistentRead(true)
                                                .projectionExpression("#given, #version")
                                                .expressionAttributeNames(names()))
                        .item());
    }

    private boolean write(ContactId id, GivenVouchers given, Optional<Long> version) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":given", Item.value(given.item()));
        values.put(":next", Item.value(version.orElse(0L) + 1));
        version.ifPresent(seen -> values.put(":seen", Item.value(seen)));
        try {
            dynamoDb.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(Contacts.key(id))
                                    .updateExpression("SET #given = :given, #version = :next")
                                    .conditionExpression(
                                            version.isPresent()
                                                    ? "#version = :seen"
                                                    : "attribute_not_exists(#version)")
                                    .expressionAttributeNames(names())
                                    .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private static GivenVouchers given(Item contact) {
        return GivenVouchers.of(contact.findItem(GIVEN).orElseGet(() -> new Item(Map.of())));
    }

    private static Map<String, String> names() {
        return Map.of("#given", GIVEN, "#version", VERSION);
    }
}

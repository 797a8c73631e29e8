package dev.doorstep.replies;

import dev.doorstep.lambda.Ids;

import java.util.Optional;

/** What a reply can be about, in the customer's words. The texts for each are in {@code page}. */
public enum ReplyReason {
    PRODUCT,
    SIZE_OR_WRONG_ITEM,
    DAMAGED,
    MISSING,
    LATE,
    CARRIER,
    PRICE,
    SHIPPING_COST,
    CHOICE_OF_PRODUCTS,
    PAYMENT_METHODS,
    DELIVERY_OPTIONS,
    WEBSITE,
    INFORMATION,
    RETURNS,
    SERVICE,
    FAST,
    OTHER,

    /** Was offered before {@link #MISSING} and {@link #SIZE_OR_WRONG_ITEM} were told apart. */
    WRONG,
    /** Was offered before; replies still have it. */
    PACKAGING,
    /** Was offered before {@link #CARRIER}. */
    COURIER,
    /** Was offered before {@link #RETURNS} and {@link #SERVICE}. */
    EFFORT,
    /** Was offered before {@link #RETURNS}. */
    REFUND;

    /** The name in tables, forms and answers: lower case, with dashes. */
    public String id() {
        return Ids.of(this);
    }

    public static Optional<ReplyReason> find(String id) {
        return Ids.find(values(), id);
    }
}

package dev.doorstep.replies;

import static dev.doorstep.replies.ReplyReason.CARRIER;
import static dev.doorstep.replies.ReplyReason.CHOICE_OF_PRODUCTS;
import static dev.doorstep.replies.ReplyReason.DAMAGED;
import static dev.doorstep.replies.ReplyReason.DELIVERY_OPTIONS;
import static dev.doorstep.replies.ReplyReason.FAST;
import static dev.doorstep.replies.ReplyReason.INFORMATION;
import static dev.doorstep.replies.ReplyReason.LATE;
import static dev.doorstep.replies.ReplyReason.MISSING;
import static dev.doorstep.replies.ReplyReason.OTHER;
import static dev.doorstep.replies.ReplyReason.PAYMENT_METHODS;
import static dev.doorstep.replies.ReplyReason.PRICE;
import static dev.doorstep.replies.ReplyReason.PRODUCT;
import static dev.doorstep.replies.ReplyReason.RETURNS;
import static dev.doorstep.replies.ReplyReason.SERVICE;
import static dev.doorstep.replies.ReplyReason.SHIPPING_COST;
import static dev.doorstep.replies.ReplyReason.SIZE_OR_WRONG_ITEM;
import static dev.doorstep.replies.ReplyReason.WEBSITE;

import dev.doorstep.programme.Touchpoint;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reasons that a customer can tick: those that fit what they were asked about and how they
 * answered, the likeliest first, and no more than fit on a phone.
 */
public final class Reasons {

    private Reasons() {}

    /** What is offered, and what the reply has already, so that saving it again loses nothing. */
    public static List<String> offered(Touchpoint touchpoint, Reply reply) {
        List<String> fitting =
                fitting(touchpoint, Mood.of(reply)).stream().map(ReplyReason::id).toList();
        Stream<String> chosen =
                reply.reasons().stream().filter(id -> ReplyReason.find(id).isPresent());
        return Stream.concat(fitting.stream(), chosen).distinct().toList();
    }

    static List<ReplyReason> fitting(Touchpoint touchpoint, Mood mood) {
        return switch (touchpoint) {
            case DELIVERY -> delivery(mood);
            case RETURN -> sentBack(mood);
            case EXCHANGE -> exchange(mood);
            case CANCELLATION -> cancellation(mood);
            case FOLLOW_UP -> followUp(mood);
        };
    }

    /** Who is neither happy nor unhappy missed something that a delivery alone cannot mend. */
    private static List<ReplyReason> delivery(Mood mood) {
        return switch (mood) {
            case HAPPY ->
                    List.of(
                            FAST,
                            PRODUCT,
                            CARRIER,
                            CHOICE_OF_PRODUCTS,
                            PRICE,
                            INFORMATION,
                            SERVICE,
                            OTHER);
            case BETWEEN ->
                    List.of(
                            PRICE,
                            SHIPPING_COST,
                            CHOICE_OF_PRODUCTS,
                            LATE,
                            DELIVERY_OPTIONS,
                            PAYMENT_METHODS,
                            WEBSITE,
                            OTHER);
            case UNHAPPY ->
                    List.of(
                            LATE,
                            DAMAGED,
                            MISSING,
                            SIZE_OR_WRONG_ITEM,
                            PRODUCT,
                            CARRIER,
                            INFORMATION,
                            DELIVERY_OPTIONS,
                            OTHER);
        };
    }

    private static List<ReplyReason> sentBack(Mood mood) {
        return switch (mood) {
            case HAPPY -> List.of(FAST, RETURNS, INFORMATION, SERVICE, WEBSITE, OTHER);
            case BETWEEN, UNHAPPY ->
                    List.of(
                            RETURNS,
                            LATE,
                            INFORMATION,
                            SHIPPING_COST,
                            CARRIER,
                            WEBSITE,
                            SERVICE,
                            OTHER);
        };
    }

    private static List<ReplyReason> exchange(Mood mood) {
        return switch (mood) {
            case HAPPY -> List.of(FAST, RETURNS, INFORMATION, SERVICE, WEBSITE, OTHER);
            case BETWEEN, UNHAPPY ->
                    List.of(
                            RETURNS,
                            LATE,
                            SIZE_OR_WRONG_ITEM,
                            CHOICE_OF_PRODUCTS,
                            INFORMATION,
                            SHIPPING_COST,
                            SERVICE,
                            OTHER);
        };
    }

    /** Easy or not: why the order was called off is what nobody else can tell us. */
    private static List<ReplyReason> cancellation(Mood mood) {
        return switch (mood) {
            case HAPPY, BETWEEN ->
                    List.of(
                            LATE,
                            PRICE,
                            SHIPPING_COST,
                            PRODUCT,
                            PAYMENT_METHODS,
                            DELIVERY_OPTIONS,
                            SERVICE,
                            OTHER);
            case UNHAPPY ->
                    List.of(
                            WEBSITE,
                            SERVICE,
                            INFORMATION,
                            LATE,
                            PRICE,
                            SHIPPING_COST,
                            PAYMENT_METHODS,
                            OTHER);
        };
    }

    private static List<ReplyReason> followUp(Mood mood) {
        return switch (mood) {
            case HAPPY -> List.of(SERVICE, FAST, INFORMATION, RETURNS, OTHER);
            case BETWEEN, UNHAPPY ->
                    List.of(
                            SERVICE,
                            LATE,
                            INFORMATION,
                            MISSING,
                            DAMAGED,
                            SIZE_OR_WRONG_ITEM,
                            RETURNS,
                            OTHER);
        };
    }

    /** All that can be given about a touchpoint, whatever the answer is. */
    public static List<String> about(Touchpoint touchpoint) {
        return Arrays.stream(Mood.values())
                .flatMap(mood -> fitting(touchpoint, mood).stream())
                .map(ReplyReason::id)
                .distinct()
                .toList();
    }

    public static boolean isKnown(String id) {
        return ReplyReason.find(id).isPresent();
    }
}

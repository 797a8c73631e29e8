package dev.doorstep.local.year;

import static dev.doorstep.followups.Outcome.APOLOGISED;
import static dev.doorstep.followups.Outcome.COMPENSATED;
import static dev.doorstep.followups.Outcome.EXPLAINED;
import static dev.doorstep.followups.Outcome.REFUNDED;
import static dev.doorstep.followups.Outcome.REPLACED;
import static dev.doorstep.replies.ReplyReason.CARRIER;
import static dev.doorstep.replies.ReplyReason.INFORMATION;
import static dev.doorstep.replies.ReplyReason.MISSING;
import static dev.doorstep.replies.ReplyReason.PRODUCT;
import static dev.doorstep.replies.ReplyReason.RETURNS;
import static dev.doorstep.replies.ReplyReason.SIZE_OR_WRONG_ITEM;

import dev.doorstep.followups.Outcome;
import dev.doorstep.followups.RootCause;
import dev.doorstep.replies.ReplyReason;

import java.util.List;

/** What went wrong with an order, most of all. */
enum Trouble {
    NONE(0, RootCause.OTHER),
    LATE(1.6, RootCause.CARRIER_LATE),
    DAMAGED(4.5, RootCause.CARRIER_DAMAGED),
    WRONG_ITEM(4, RootCause.WRONG_ITEM),
    QUALITY(3, RootCause.PRODUCT_QUALITY),
    /** It counts as delivered, and nobody has it. */
    NOT_THERE(6, RootCause.LOST),
    LOST(3.5, RootCause.LOST),
    SILENCE(2.5, RootCause.COMMUNICATION),
    SLOW_RETURN(4, RootCause.RETURN_HANDLING);

    private final double displeasure;
    private final RootCause rootCause;

    Trouble(double displeasure, RootCause rootCause) {
        this.displeasure = displeasure;
        this.rootCause = rootCause;
    }

    /** In points of NPS; of a late delivery, for its first day. */
    double displeasure() {
        return displeasure;
    }

    RootCause rootCause() {
        return rootCause;
    }

    /** What customers tick for it. */
    List<ReplyReason> reasons() {
        return switch (this) {
            case NONE -> List.of();
            case LATE, LOST -> List.of(ReplyReason.LATE, CARRIER);
            case DAMAGED -> List.of(ReplyReason.DAMAGED, CARRIER);
            case WRONG_ITEM -> List.of(SIZE_OR_WRONG_ITEM, MISSING);
            case QUALITY -> List.of(PRODUCT);
            case NOT_THERE -> List.of(MISSING, CARRIER);
            case SILENCE -> List.of(INFORMATION);
            case SLOW_RETURN -> List.of(RETURNS, ReplyReason.LATE);
        };
    }

    /** How support puts it right, each as often as it does. */
    List<Outcome> outcomes() {
        return switch (this) {
            case NONE, SILENCE -> List.of(EXPLAINED, APOLOGISED);
            case LATE -> List.of(APOLOGISED, APOLOGISED, COMPENSATED);
            case DAMAGED -> List.of(REPLACED, REPLACED, REFUNDED);
            case WRONG_ITEM, LOST -> List.of(REPLACED, REFUNDED);
            case QUALITY -> List.of(REFUNDED, EXPLAINED, COMPENSATED);
            case NOT_THERE -> List.of(Outcome.DELIVERED, REPLACED, REFUNDED);
            case SLOW_RETURN -> List.of(REFUNDED, APOLOGISED);
        };
    }
}

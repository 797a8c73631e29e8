package dev.doorstep.local.year;

import static dev.doorstep.followups.Outcome.APOLOGISED;
import static dev.doorstep.followups.Outcome.COMPENSATED;
import static dev.doorstep.followups.Outcome.DELIVERED;
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
    NONE(0, List.of(), RootCause.OTHER, List.of(EXPLAINED, APOLOGISED)),
    LATE(
            1.6,
            List.of(ReplyReason.LATE, CARRIER),
            RootCause.CARRIER_LATE,
            List.of(APOLOGISED, APOLOGISED, COMPENSATED)),
    DAMAGED(
            4.5,
            List.of(ReplyReason.DAMAGED, CARRIER),
            RootCause.CARRIER_DAMAGED,
            List.of(REPLACED, REPLACED, REFUNDED)),
    WRONG_ITEM(
            4,
            List.of(SIZE_OR_WRONG_ITEM, MISSING),
            RootCause.WRONG_ITEM,
            List.of(REPLACED, REFUNDED)),
    QUALITY(
            3,
            List.of(PRODUCT),
            RootCause.PRODUCT_QUALITY,
            List.of(REFUNDED, EXPLAINED, COMPENSATED)),
    /** It counts as delivered, and nobody has it. */
    NOT_THERE(6, List.of(MISSING, CARRIER), RootCause.LOST, List.of(DELIVERED, REPLACED, REFUNDED)),
    LOST(3.5, List.of(ReplyReason.LATE, CARRIER), RootCause.LOST, List.of(REPLACED, REFUNDED)),
    SILENCE(2.5, List.of(INFORMATION), RootCause.COMMUNICATION, List.of(APOLOGISED, EXPLAINED)),
    SLOW_RETURN(
            4,
            List.of(RETURNS, ReplyReason.LATE),
            RootCause.RETURN_HANDLING,
            List.of(REFUNDED, APOLOGISED));

    private final double displeasure;
    private final List<ReplyReason> reasons;
    private final RootCause rootCause;
    private final List<Outcome> outcomes;

    Trouble(
            double displeasure,
            List<ReplyReason> reasons,
            RootCause rootCause,
            List<Outcome> outcomes) {
        this.displeasure = displeasure;
        this.reasons = reasons;
        this.rootCause = rootCause;
        this.outcomes = outcomes;
    }

    /** In points of NPS; of a late delivery, for its first day. */
    double displeasure() {
        return displeasure;
    }

    /** What customers tick for it. */
    List<ReplyReason> reasons() {
        return reasons;
    }

    RootCause rootCause() {
        return rootCause;
    }

    /** How support puts it right, each as often as it does. */
    List<Outcome> outcomes() {
        return outcomes;
    }
}

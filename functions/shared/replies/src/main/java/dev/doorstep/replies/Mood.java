package dev.doorstep.replies;

/** How a customer answered: what they may want to add depends on it. */
public enum Mood {
    HAPPY,
    BETWEEN,
    UNHAPPY;

    public static Mood of(Reply reply) {
        if (reply.answer().isUnhappy(reply.metric())) {
            return UNHAPPY;
        }
        return reply.answer() instanceof Answer.Score score
                        && reply.metric().isPromoter(score.value())
                ? HAPPY
                : BETWEEN;
    }
}

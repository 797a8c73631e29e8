package dev.doorstep.surveypage;

import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Reply;

/** How a customer answered: what they may want to add depends on it. */
enum Mood {
    HAPPY,
    BETWEEN,
    UNHAPPY;

    static Mood of(Reply reply) {
        if (reply.answer().isUnhappy(reply.metric())) {
            return UNHAPPY;
        }
        return reply.answer() instanceof Answer.Score score
                        && reply.metric().isPromoter(score.value())
                ? HAPPY
                : BETWEEN;
    }
}

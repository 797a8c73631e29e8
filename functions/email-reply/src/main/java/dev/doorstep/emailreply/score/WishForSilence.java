package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Token.Kind;

/** Finds out whether a text is nothing but a wish for no more questions. */
final class WishForSilence {
    private final MarkedText text;

    WishForSilence(MarkedText text) {
        this.text = text;
    }

    boolean isAll() {
        boolean isWished = false;
        int at = new Opening(text).end();
        while (at < text.size()) {
            int wish = text.length(Role.UNSUBSCRIBE, at);
            isWished |= wish > 0;
            int step = wish > 0 ? wish : courtesy(at);
            if (step == 0) {
                return false;
            }
            at += step;
        }
        return isWished;
    }

    private int courtesy(int at) {
        if (!text.at(at).is(Kind.WORD) && !text.at(at).is(Kind.NUMBER)) {
            return text.isQuestion(at) ? 0 : 1;
        }
        return Math.max(
                text.length(Role.PLEASE, at),
                Math.max(text.length(Role.THANKS, at), text.length(Role.GREETING, at)));
    }
}

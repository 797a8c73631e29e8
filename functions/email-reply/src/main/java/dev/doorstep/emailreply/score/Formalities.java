package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Token.Kind;

import java.util.OptionalInt;

/** What a text holds besides formalities: greetings, thanks and signs. */
final class Formalities {
    private final MarkedText text;

    Formalities(MarkedText text) {
        this.text = text;
    }

    boolean areAll() {
        return with(Role.THANKS).isPresent();
    }

    /** Whether there is something of this role, and besides it nothing but formalities. */
    boolean surround(Role role) {
        return with(role).orElse(0) > 0;
    }

    /** How much of the role there is; empty if there is anything else. */
    private OptionalInt with(Role role) {
        int found = 0;
        int at = new Opening(text).end();
        while (at < text.size()) {
            int length = text.length(role, at);
            found += length;
            int step = length > 0 ? length : formality(at);
            if (step == 0) {
                return OptionalInt.empty();
            }
            at += step;
        }
        return OptionalInt.of(found);
    }

    private int formality(int at) {
        if (!text.at(at).is(Kind.WORD) && !text.at(at).is(Kind.NUMBER)) {
            return text.isQuestion(at) ? 0 : 1;
        }
        return Math.max(
                text.length(Role.PLEASE, at),
                Math.max(text.length(Role.THANKS, at), text.length(Role.GREETING, at)));
    }
}

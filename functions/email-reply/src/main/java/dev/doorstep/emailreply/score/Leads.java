package dev.doorstep.emailreply.score;

import dev.doorstep.emailreply.score.Token.Kind;

import java.util.List;

/** Knows what may stand before a score without being said about anything: "So, for me: a solid". */
final class Leads {
    private static final String SOFT = ".,:;!-–—…\"'*()[]{}|•>~_";
    private static final List<Role> WORDS = List.of(Role.LABEL, Role.LEAD, Role.COPULA);

    private final MarkedText text;

    Leads(MarkedText text) {
        this.text = text;
    }

    /** Whether nothing but labels, articles and the like stand between. */
    boolean fill(int from, int to) {
        int at = from;
        while (at < to) {
            int step = step(at);
            if (step == 0) {
                return false;
            }
            at += step;
        }
        return at == to;
    }

    private int step(int at) {
        if (text.at(at).is(Kind.BREAK) || isSoft(text.at(at))) {
            return 1;
        }
        int longest = isArticle(at) ? 1 : 0;
        for (Role role : WORDS) {
            longest = Math.max(longest, text.length(role, at));
        }
        return longest;
    }

    boolean isArticle(int at) {
        return text.at(at).is(Kind.WORD) && text.words().isArticle(text.at(at).text());
    }

    static boolean isSoft(Token token) {
        return token.isSignOf(SOFT) || isPicture(token);
    }

    static boolean isPicture(Token token) {
        if (!token.is(Kind.SIGN)) {
            return false;
        }
        int type = Character.getType(token.text().codePointAt(0));
        boolean isSkin = type == Character.MODIFIER_SYMBOL && token.text().length() > 1;
        return (type == Character.OTHER_SYMBOL && !token.isSign("°")) || isSkin;
    }
}

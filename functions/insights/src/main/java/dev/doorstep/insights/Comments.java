package dev.doorstep.insights;

import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Reply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses the comments that are worth reading. Pure: reads and writes nothing. */
final class Comments {
    private static final int MOST = 3;

    /** Shorter ones say little; what is longer than the longest says no more for it. */
    private static final int SHORTEST = 20;

    private static final int LONGEST = 400;

    private static final Comparator<Reply> BY_WHAT_THEY_SAY =
            Comparator.comparingInt(Comments::length)
                    .thenComparingInt(reply -> reply.reasons().size())
                    .thenComparing(Reply::changedAt)
                    .thenComparing(reply -> reply.survey().toString())
                    .reversed();

    private Comments() {}

    /**
     * Three at most: one of somebody unhappy first, then one of somebody happy, so that nobody
     * reads only the one or the other; then what says most of the rest.
     */
    static List<Reply> worthReading(Collection<Reply> replies) {
        List<Reply> saying =
                replies.stream()
                        .filter(Reply::counts)
                        .filter(reply -> length(reply) >= SHORTEST)
                        .sorted(BY_WHAT_THEY_SAY)
                        .toList();
        List<Reply> chosen = new ArrayList<>();
        first(saying, false).ifPresent(chosen::add);
        first(saying, true).ifPresent(chosen::add);
        saying.stream()
                .filter(reply -> !chosen.contains(reply))
                .limit(MOST - (long) chosen.size())
                .forEach(chosen::add);
        return chosen;
    }

    private static Optional<Reply> first(List<Reply> replies, boolean isHappy) {
        return replies.stream().filter(reply -> isOf(reply, isHappy)).findFirst();
    }

    private static boolean isOf(Reply reply, boolean isHappy) {
        return reply.answer() instanceof Answer.Score score
                && (isHappy
                        ? reply.metric().isPromoter(score.value())
                        : reply.metric().isDetractor(score.value()));
    }

    /** In letters as people count them. */
    private static int length(Reply reply) {
        return reply.comment()
                .map(String::strip)
                .map(comment -> Math.min(LONGEST, comment.codePointCount(0, comment.length())))
                .orElse(0);
    }

    /** As much of it as a mail has room for. */
    static String shortened(String comment) {
        String plain = comment.strip().replaceAll("\\s+", " ");
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)).strip() + "\u2026";
    }
}

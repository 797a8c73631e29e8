package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.lambda.Ids;
import dev.doorstep.programme.Metric;
import dev.doorstep.replies.Answer;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A case that teaches something. */
record Lesson(FollowUp followUp, Set<Kind> kinds) {
    private static final int VERY_UNHAPPY = 2;

    Lesson {
        requireNonNull(followUp, "followUp is null");
        kinds = Set.copyOf(kinds);
    }

    static List<Lesson> of(List<FollowUp> cases) {
        return cases.stream()
                .map(followUp -> new Lesson(followUp, kinds(followUp)))
                .filter(lesson -> !lesson.kinds().isEmpty())
                .toList();
    }

    /** In the order in which they are shown. */
    List<Kind> inOrder() {
        return Arrays.stream(Kind.values()).filter(kinds::contains).toList();
    }

    private static Set<Kind> kinds(FollowUp followUp) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (wasVeryUnhappy(followUp) && followUp.recovery().isPresent()) {
            kinds.add(Kind.RECOVERED);
        }
        if (followUp.ledger().broken() > 0) {
            kinds.add(Kind.BROKEN);
        }
        if (isThanked(followUp)) {
            kinds.add(Kind.THANKED);
        }
        return kinds;
    }

    private static boolean wasVeryUnhappy(FollowUp followUp) {
        return followUp.reply().answer() instanceof Answer.NotReceived
                || (followUp.reply().answer() instanceof Answer.Score score
                        && followUp.reply().metric() == Metric.NPS
                        && score.value() <= VERY_UNHAPPY);
    }

    /** Who is happy with what was done, and says so in words. */
    private static boolean isThanked(FollowUp followUp) {
        return followUp.recovery().isPresent()
                && followUp.verdict()
                        .filter(
                                v ->
                                        v.reply().comment().isPresent()
                                                || !v.reply().letters().isEmpty())
                        .isPresent();
    }

    /** What a case teaches. */
    enum Kind {
        /** Someone who was as unhappy as can be was won back. */
        RECOVERED,
        /** A promise was broken. */
        BROKEN,
        /** The customer thanked us. */
        THANKED;

        String id() {
            return Ids.of(this);
        }
    }
}

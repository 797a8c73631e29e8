package dev.doorstep.surveypage;

import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Reply;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reasons that a customer can tick, by touchpoint and by whether they are happy. */
final class Reasons {
    private static final List<String> HAPPY_DELIVERY =
            List.of("fast", "courier", "information", "packaging", "product", "other");
    private static final List<String> UNHAPPY_DELIVERY =
            List.of("late", "damaged", "wrong", "packaging", "courier", "information", "other");
    private static final List<String> EFFORT =
            List.of("effort", "information", "refund", "fast", "late", "other");
    private static final Set<String> KNOWN =
            Stream.of(HAPPY_DELIVERY, UNHAPPY_DELIVERY, EFFORT)
                    .flatMap(List::stream)
                    .collect(Collectors.toUnmodifiableSet());

    private Reasons() {}

    static List<String> offered(Touchpoint touchpoint, Reply reply) {
        if (touchpoint != Touchpoint.DELIVERY) {
            return EFFORT;
        }
        return reply.answer().isUnhappy(reply.metric()) ? UNHAPPY_DELIVERY : HAPPY_DELIVERY;
    }

    static boolean isKnown(String id) {
        return KNOWN.contains(id);
    }
}

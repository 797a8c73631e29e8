package dev.doorstep.replies;

import dev.doorstep.programme.Touchpoint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reasons that a customer can give, by touchpoint and by whether they are happy. */
public final class Reasons {
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

    public static List<String> offered(Touchpoint touchpoint, Reply reply) {
        if (touchpoint != Touchpoint.DELIVERY) {
            return EFFORT;
        }
        return reply.answer().isUnhappy(reply.metric()) ? UNHAPPY_DELIVERY : HAPPY_DELIVERY;
    }

    /** All that can be given about a touchpoint, whatever the answer is. */
    public static List<String> about(Touchpoint touchpoint) {
        return touchpoint == Touchpoint.DELIVERY
                ? Stream.of(HAPPY_DELIVERY, UNHAPPY_DELIVERY)
                        .flatMap(List::stream)
                        .distinct()
                        .toList()
                : EFFORT;
    }

    public static boolean isKnown(String id) {
        return KNOWN.contains(id);
    }
}

package dev.doorstep.surveys;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.programme.Touchpoint;

import java.util.Arrays;
import java.util.List;

/**
 * One survey for one order and touchpoint, written {@code A-1001~delivery}. A follow-up bears the
 * id of its survey.
 */
public record SurveyId(OrderId order, Touchpoint touchpoint) {

    private static final char SEPARATOR = '~';

    public SurveyId {
        requireNonNull(order, "order is null");
        requireNonNull(touchpoint, "touchpoint is null");
    }

    /**
     * @throws Rejected if this is not the id of a survey
     */
    public static SurveyId parse(String id) {
        int separator = id.lastIndexOf(SEPARATOR);
        if (separator < 0) {
            throw new Rejected("", "is not the id of a survey");
        }
        return new SurveyId(
                new OrderId(id.substring(0, separator)),
                Touchpoint.find(id.substring(separator + 1))
                        .orElseThrow(() -> new Rejected("", "is not the id of a survey")));
    }

    /** Each that there can be for an order. */
    public static List<SurveyId> allOf(OrderId order) {
        return Arrays.stream(Touchpoint.values())
                .map(touchpoint -> new SurveyId(order, touchpoint))
                .toList();
    }

    @Override
    public String toString() {
        return order.value() + SEPARATOR + touchpoint.id();
    }
}

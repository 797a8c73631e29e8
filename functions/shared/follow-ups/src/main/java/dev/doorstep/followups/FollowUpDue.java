package dev.doorstep.followups;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Rejected;
import dev.doorstep.surveys.SurveyId;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a timer of a follow-up refers to: one of its promises, or one of the mails that support
 * wrote in it.
 *
 * @param number from 1
 */
public record FollowUpDue(SurveyId followUp, int number) {
    private static final Pattern FORM = Pattern.compile("(.+)~([1-9][0-9]{0,8})");

    public FollowUpDue {
        requireNonNull(followUp, "followUp is null");
        if (number < 1) {
            throw new IllegalArgumentException("number is not positive");
        }
    }

    /**
     * @throws Rejected if it does not refer to a part of a follow-up
     */
    public static FollowUpDue parse(String reference) {
        Matcher parts = FORM.matcher(reference);
        if (!parts.matches()) {
            throw new Rejected("/reference", "does not name a part of a follow-up");
        }
        return new FollowUpDue(SurveyId.parse(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    @Override
    public String toString() {
        return followUp + "~" + number;
    }
}

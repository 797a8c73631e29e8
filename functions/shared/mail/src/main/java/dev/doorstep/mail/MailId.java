package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Ids;
import dev.doorstep.surveys.SurveyId;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * One mail of one survey: each is sent at most once.
 *
 * @param number from 1, of the mails with this purpose
 */
record MailId(SurveyId survey, Purpose purpose, int number) {

    MailId {
        if (number < 1) {
            throw new IllegalArgumentException("number is not positive");
        }
        requireNonNull(survey, "survey is null");
        requireNonNull(purpose, "purpose is null");
    }

    /** The only one of its purpose. */
    MailId(SurveyId survey, Purpose purpose) {
        this(survey, purpose, 1);
    }

    /** Whether the survey's own state says that it went out. */
    boolean isNotedWithItsSurvey() {
        return purpose == Purpose.SURVEY;
    }

    /** The id in the few characters that SES allows in a tag. */
    String tag() {
        return HexFormat.of().formatHex(toString().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * @throws IllegalArgumentException if this is not a tag of ours
     */
    static MailId ofTag(String tag) {
        return parse(new String(HexFormat.of().parseHex(tag), StandardCharsets.US_ASCII));
    }

    /**
     * @throws IllegalArgumentException if this is not the id of a mail
     */
    static MailId parse(String id) {
        String[] parts = id.split("~", -1);
        if (parts.length != 3 && parts.length != 4) {
            throw new IllegalArgumentException("not the id of a mail");
        }
        return new MailId(
                SurveyId.parse(parts[0] + "~" + parts[1]),
                Ids.require(Purpose.values(), parts[2]),
                parts.length == 3 ? 1 : Integer.parseInt(parts[3]));
    }

    @Override
    public String toString() {
        return survey + "~" + purpose.id() + (number == 1 ? "" : "~" + number);
    }

    enum Purpose {
        SURVEY,
        REMINDER,
        ACKNOWLEDGEMENT,
        ASK_BACK,
        FOLLOW_UP,
        PROMISE_WARNING,
        PROMISE_BROKEN,
        PROMISE_BROKEN_LEAD,
        DELAYED,
        OVERDUE,
        STILL_OVERDUE,
        LOST,
        DIGEST;

        String id() {
            return Ids.of(this);
        }
    }
}

package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.surveys.SurveyId;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** One mail of one survey: each is sent at most once. */
record MailId(SurveyId survey, Purpose purpose) {

    MailId {
        requireNonNull(survey, "survey is null");
        requireNonNull(purpose, "purpose is null");
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
        String[] parts =
                new String(HexFormat.of().parseHex(tag), StandardCharsets.US_ASCII).split("~", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not the tag of a mail");
        }
        return new MailId(
                SurveyId.parse(parts[0] + "~" + parts[1]),
                Purpose.valueOf(parts[2].toUpperCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return survey + "~" + purpose.name().toLowerCase(Locale.ROOT);
    }

    enum Purpose {
        SURVEY,
        REMINDER,
        ACKNOWLEDGEMENT
    }
}

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

    /** The id in the few characters that SES allows in a tag. */
    String tag() {
        return HexFormat.of().formatHex(toString().getBytes(StandardCharsets.US_ASCII));
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

package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Ids;
import dev.doorstep.programme.Metric;
import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * The mail that tells an unhappy customer by when a person will be in touch.
 *
 * @param number from 1: a case that is opened again is acknowledged again
 * @param wantedScore the scale of a score that the customer did not give: the mail asks for it
 * @param contactChannel how the customer wants to be reached: {@code phone}, {@code mail} or {@code
 *     chat}
 */
public record AcknowledgementMail(
        SurveyId survey,
        int number,
        String to,
        Optional<String> name,
        Locale locale,
        ZoneId zone,
        Instant promisedAt,
        About about,
        Optional<Metric> wantedScore,
        Optional<String> contactChannel) {

    public AcknowledgementMail {
        requireNonNull(survey, "survey is null");
        requireNonNull(to, "to is null");
        requireNonNull(name, "name is null");
        requireNonNull(locale, "locale is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(promisedAt, "promisedAt is null");
        requireNonNull(about, "about is null");
        requireNonNull(wantedScore, "wantedScore is null");
        requireNonNull(contactChannel, "contactChannel is null");
    }

    MailId id() {
        return new MailId(survey, MailId.Purpose.ACKNOWLEDGEMENT, number);
    }

    /** What the customer is thanked for. */
    public enum About {
        THANKS,
        MISSING,
        LETTER,
        /** That it is not right yet. */
        AGAIN;

        String id() {
            return Ids.of(this);
        }
    }
}

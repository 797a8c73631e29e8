package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail that a person of support wrote to a customer.
 *
 * @param number from 1, of those about the same follow-up
 * @param text as it was written, greeting and all
 * @param promisedAt the time that it tells the customer, if it does
 * @param agent the name of who wrote it
 */
public record FollowUpMail(
        SurveyId survey,
        int number,
        String to,
        Locale locale,
        ZoneId zone,
        String text,
        Optional<Instant> promisedAt,
        Optional<String> agent) {

    public FollowUpMail {
        requireNonNull(survey, "survey is null");
        requireNonNull(to, "to is null");
        requireNonNull(locale, "locale is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(text, "text is null");
        requireNonNull(promisedAt, "promisedAt is null");
        requireNonNull(agent, "agent is null");
    }

    MailId id() {
        return new MailId(survey, MailId.Purpose.FOLLOW_UP, number);
    }
}

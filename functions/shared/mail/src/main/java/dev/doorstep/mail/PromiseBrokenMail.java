package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * The mail that tells a customer that nobody was in touch in time, and by when someone will be now.
 *
 * @param promise the number of the promise that broke, from 1
 * @param promisedAt the new time
 */
public record PromiseBrokenMail(
        SurveyId survey,
        int promise,
        String to,
        Optional<String> name,
        Locale locale,
        ZoneId zone,
        Instant promisedAt) {

    public PromiseBrokenMail {
        requireNonNull(survey, "survey is null");
        requireNonNull(to, "to is null");
        requireNonNull(name, "name is null");
        requireNonNull(locale, "locale is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(promisedAt, "promisedAt is null");
    }

    MailId id() {
        return new MailId(survey, MailId.Purpose.PROMISE_BROKEN, promise);
    }
}

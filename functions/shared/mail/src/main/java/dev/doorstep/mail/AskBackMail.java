package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;
import dev.doorstep.surveys.SurveyId;

import java.util.Locale;
import java.util.Optional;

/**
 * The mail that asks a customer once more for their score, as their letter did not say it clearly.
 *
 * @param to the address that the survey went to, whoever wrote the letter
 */
public record AskBackMail(
        SurveyId survey,
        Metric metric,
        String to,
        Optional<String> name,
        Locale locale,
        MailLink link) {

    public AskBackMail {
        requireNonNull(survey, "survey is null");
        requireNonNull(metric, "metric is null");
        requireNonNull(to, "to is null");
        requireNonNull(name, "name is null");
        requireNonNull(locale, "locale is null");
        requireNonNull(link, "link is null");
    }

    MailId id() {
        return new MailId(survey, MailId.Purpose.ASK_BACK);
    }
}

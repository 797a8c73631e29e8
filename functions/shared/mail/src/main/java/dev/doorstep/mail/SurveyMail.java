package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.programme.Metric;
import dev.doorstep.surveys.Lateness;
import dev.doorstep.surveys.SurveyId;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The mail that asks, or its one reminder.
 *
 * @param late how the parcel came, measured by the time that was promised
 */
public record SurveyMail(
        SurveyId survey,
        boolean reminder,
        Metric metric,
        String to,
        Optional<String> name,
        Locale locale,
        ZoneId zone,
        List<String> items,
        Optional<String> carrier,
        Lateness late,
        MailLink link) {

    public SurveyMail {
        requireNonNull(survey, "survey is null");
        requireNonNull(metric, "metric is null");
        requireNonNull(to, "to is null");
        requireNonNull(name, "name is null");
        requireNonNull(locale, "locale is null");
        requireNonNull(zone, "zone is null");
        items = List.copyOf(items);
        requireNonNull(carrier, "carrier is null");
        requireNonNull(late, "late is null");
        requireNonNull(link, "link is null");
    }

    MailId id() {
        return new MailId(survey, reminder ? MailId.Purpose.REMINDER : MailId.Purpose.SURVEY);
    }
}

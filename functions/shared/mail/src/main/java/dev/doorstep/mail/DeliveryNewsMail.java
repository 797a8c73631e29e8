package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.surveys.DeliveryDate;
import dev.doorstep.surveys.News;
import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The mail that tells a customer of a delay or a loss before they ask.
 *
 * @param survey of the delivery, which may never be asked
 * @param withPerson whether the delivery is so bad that a person gets in touch
 * @param personBy by when; empty if the customer is not told
 */
public record DeliveryNewsMail(
        SurveyId survey,
        News news,
        boolean withPerson,
        Optional<Instant> personBy,
        String to,
        Optional<String> name,
        Locale locale,
        ZoneId zone,
        List<String> items) {
    private static final int FIRST = 1;

    public DeliveryNewsMail {
        requireNonNull(survey, "survey is null");
        requireNonNull(news, "news is null");
        requireNonNull(personBy, "personBy is null");
        requireNonNull(to, "to is null");
        requireNonNull(name, "name is null");
        requireNonNull(locale, "locale is null");
        requireNonNull(zone, "zone is null");
        items = List.copyOf(items);
    }

    /** The same news is the same mail, whoever told of it and how often; another date is not. */
    MailId id() {
        return switch (news) {
            case News.Delayed delayed ->
                    new MailId(survey, MailId.Purpose.DELAYED, delayed.until().number());
            case News.Overdue overdue ->
                    new MailId(
                            survey,
                            withPerson ? MailId.Purpose.STILL_OVERDUE : MailId.Purpose.OVERDUE,
                            overdue.promised().number());
            case News.Lost lost ->
                    new MailId(
                            survey,
                            MailId.Purpose.LOST,
                            lost.promised().map(DeliveryDate::number).orElse(FIRST));
        };
    }
}

package dev.doorstep.mail;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Ids;
import dev.doorstep.surveys.SurveyId;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The mail that tells support of a promise that is about to break, or broke. It says nothing of the
 * customer: the case does, behind the sign-in.
 *
 * @param promise its number, from 1
 * @param by the time that it names
 * @param owner the name of who has the case, if anybody does
 * @param caseUrl where the case is shown
 */
public record StaffMail(
        About about,
        SurveyId survey,
        int promise,
        String to,
        ZoneId zone,
        Instant by,
        Optional<String> owner,
        URI caseUrl) {

    public StaffMail {
        requireNonNull(about, "about is null");
        requireNonNull(survey, "survey is null");
        requireNonNull(to, "to is null");
        requireNonNull(zone, "zone is null");
        requireNonNull(by, "by is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(caseUrl, "caseUrl is null");
    }

    MailId id() {
        return new MailId(survey, about.purpose, promise);
    }

    /** What is told. */
    public enum About {
        WARNING(MailId.Purpose.PROMISE_WARNING),
        BROKEN(MailId.Purpose.PROMISE_BROKEN_LEAD);

        private final MailId.Purpose purpose;

        About(MailId.Purpose purpose) {
            this.purpose = purpose;
        }

        String id() {
            return Ids.of(this);
        }
    }
}

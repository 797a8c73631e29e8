package dev.doorstep.emailreply;

import dev.doorstep.emailreply.score.Cause;
import dev.doorstep.emailreply.score.Reading;
import dev.doorstep.emailreply.score.Tier;
import dev.doorstep.lambda.Environment;
import dev.doorstep.links.Link;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attachment;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.SurveyId;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A survey's link, mails about it, and replies to it from elsewhere. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    static final Programme PROGRAMME = Programme.load(new Environment(Map.of()));
    static final Link LINK =
            new Link(
                    "hash",
                    NOW.plusSeconds(1),
                    "A-1001~delivery",
                    "contact",
                    Metric.NPS,
                    Touchpoint.DELIVERY,
                    Locale.ENGLISH,
                    ZoneOffset.UTC,
                    Optional.of("Ada Lovelace"),
                    List.of("Reading lamp"),
                    Optional.of(new BigDecimal("79.90")),
                    Optional.of("EUR"),
                    false);
    private static final SurveyId SURVEY = SurveyId.parse(LINK.surveyId());

    private Samples() {}

    /** "9". */
    static Received score(String id, Instant at, int value) {
        return mail(id, at, "" + value, new Reading.Score(value, Tier.ALONE, false));
    }

    /** "9, because it was quick". */
    static Received scoreWithWords(String id, Instant at, int value) {
        return mail(id, at, value + ", because", new Reading.Score(value, Tier.FIRST, false));
    }

    /** "7 or 8". */
    static Received unclear(String id, Instant at) {
        return mail(id, at, "7 or 8", new Reading.Unclear(Cause.RANGE));
    }

    /** Words without a score, which a person must read. */
    static Received words(String id, Instant at) {
        return mail(id, at, "The box was open.", new Reading.None());
    }

    static Received thanks(String id, Instant at) {
        return new Received(
                id, "mails/" + id, at, "Thanks!", new Reading.None(), true, List.of(), true);
    }

    static Received mail(String id, Instant at, String text, Reading reading) {
        return new Received(id, "mails/" + id, at, text, reading, false, List.of(), true);
    }

    static Received withPhotograph(Received mail) {
        return new Received(
                mail.id(),
                mail.key(),
                mail.at(),
                mail.text(),
                mail.reading(),
                mail.isCourtesy(),
                List.of(new Attachment("photographs/1/1", "image/jpeg", 30_000)),
                true);
    }

    static Received cutOff(Received mail) {
        return new Received(
                mail.id(),
                mail.key(),
                mail.at(),
                mail.text(),
                mail.reading(),
                mail.isCourtesy(),
                List.of(),
                false);
    }

    /** What was answered on the page, or by support. */
    static Reply answered(Evidence evidence, Answer answer, Instant at) {
        boolean isOfPage = evidence != Evidence.AGENT;
        return new Reply(
                SURVEY,
                LINK.metric(),
                answer,
                List.of("late"),
                Optional.of("from the page"),
                Optional.of(ContactChannel.MAIL),
                isOfPage ? Channel.PAGE : Channel.PHONE,
                evidence,
                at,
                at,
                1,
                Optional.empty(),
                Optional.of("key"),
                Optional.of("press"),
                List.of(),
                0,
                List.of(),
                Optional.of(Locale.FRENCH));
    }
}

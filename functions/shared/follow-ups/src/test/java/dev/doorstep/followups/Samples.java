package dev.doorstep.followups;

import dev.doorstep.programme.Metric;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attachment;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Reply;
import dev.doorstep.replies.Severity;
import dev.doorstep.surveys.Customer;
import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Replies and cases for tests. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private Samples() {}

    static FollowUp followUp(String order, Severity severity, Instant promisedAt) {
        Attention attention = new Attention(severity, NOW);
        Customer customer =
                new Customer(
                        Optional.of("ada@customer.example"),
                        Optional.of("Ada"),
                        Locale.GERMAN,
                        ZoneId.of("Europe/Berlin"),
                        Optional.of("+49 30 901820"));
        return FollowUp.open(
                reply(order, 1, 3, Optional.of(attention)),
                attention,
                promise(promisedAt),
                new CustomerSummary(customer, List.of("Reading lamp")),
                NOW);
    }

    /** One that warns of itself when it breaks. */
    static Promise promise(Instant by) {
        return new Promise(NOW, by, by);
    }

    static Reply reply(int version, int score, Severity severity, Instant since) {
        return reply("A-1001", version, score, Optional.of(new Attention(severity, since)));
    }

    static Reply happyReply(int version) {
        return reply("A-1001", version, 10, Optional.empty());
    }

    /** What a customer answers when asked whether it was put right. */
    static Reply verdict(int version, int score, Optional<Attention> need, Letter... letters) {
        return new Reply(
                SurveyId.parse("A-1001~follow-up"),
                Metric.CSAT,
                new Answer.Score(score),
                List.of(),
                Optional.of("The new one is broken, too."),
                Optional.empty(),
                Channel.PAGE,
                Evidence.CONFIRMED,
                NOW,
                NOW,
                version,
                need,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                List.of(letters),
                Optional.empty());
    }

    /** A mail in the place of an answer. */
    static Reply written(int version, Attention need, Letter... letters) {
        return reply("A-1001", version, new Answer.Unscored(), Optional.of(need), List.of(letters));
    }

    /** A customer who scored well, and also wrote. */
    static Reply happyLetters(int version, Optional<Attention> need, Letter... letters) {
        return reply("A-1001", version, new Answer.Score(10), need, List.of(letters));
    }

    static Letter letter(String id, Letter.Kind kind, Instant at) {
        return new Letter(
                id,
                kind,
                "mails/" + id,
                at,
                "The box was wet.",
                List.of(new Attachment("photographs/" + id + "/1", "image/jpeg", 7)));
    }

    private static Reply reply(
            String order, int version, int score, Optional<Attention> attention) {
        return reply(order, version, new Answer.Score(score), attention, List.of());
    }

    private static Reply reply(
            String order,
            int version,
            Answer answer,
            Optional<Attention> attention,
            List<Letter> letters) {
        return new Reply(
                SurveyId.parse(order + "~delivery"),
                Metric.NPS,
                answer,
                List.of("late"),
                Optional.of("It came late."),
                Optional.of(ContactChannel.PHONE),
                Channel.PAGE,
                Evidence.CONFIRMED,
                NOW,
                NOW,
                version,
                attention,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                letters,
                Optional.empty());
    }
}

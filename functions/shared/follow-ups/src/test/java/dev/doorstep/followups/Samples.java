package dev.doorstep.followups;

import dev.doorstep.programme.Metric;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.ContactChannel;
import dev.doorstep.replies.Evidence;
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
                promisedAt,
                new CustomerSummary(customer, List.of("Reading lamp")),
                NOW);
    }

    static Reply reply(int version, int score, Severity severity, Instant since) {
        return reply("A-1001", version, score, Optional.of(new Attention(severity, since)));
    }

    static Reply happyReply(int version) {
        return reply("A-1001", version, 10, Optional.empty());
    }

    private static Reply reply(
            String order, int version, int score, Optional<Attention> attention) {
        return new Reply(
                SurveyId.parse(order + "~delivery"),
                Metric.NPS,
                new Answer.Score(score),
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
                List.of(),
                Optional.empty());
    }
}

package dev.doorstep.local.story;

import dev.doorstep.followups.CustomerSummary;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.Promise;
import dev.doorstep.programme.Metric;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.Channel;
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

/** Cases that are as old as they are needed. */
public final class Cases {
    private static final String CONTACT = "c".repeat(64);

    private Cases() {}

    /** One that somebody has waited with since then. */
    public static FollowUp unhappy(
            String survey, String address, Promise promise, Instant openedAt) {
        Attention need = new Attention(Severity.NORMAL, openedAt);
        Customer customer =
                new Customer(
                        Optional.of(address),
                        Optional.empty(),
                        Locale.ENGLISH,
                        ZoneId.of("Europe/London"),
                        Optional.empty());
        return FollowUp.open(
                reply(survey, need, openedAt),
                need,
                promise,
                new CustomerSummary(customer, List.of(), Optional.of(CONTACT)),
                openedAt);
    }

    private static Reply reply(String survey, Attention need, Instant recordedAt) {
        return new Reply(
                SurveyId.parse(survey),
                Metric.NPS,
                new Answer.Score(3),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Channel.PAGE,
                Evidence.CONFIRMED,
                recordedAt,
                recordedAt,
                1,
                Optional.of(need),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                List.of(),
                Optional.empty());
    }
}

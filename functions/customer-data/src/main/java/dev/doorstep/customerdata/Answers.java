package dev.doorstep.customerdata;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.FollowUp;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Letter;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.SurveyId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a customer answered to a survey, and what became of it: the reply, the follow-up, the mails
 * and the photographs that came with them. Safe for use by several threads.
 */
final class Answers {
    private final Replies replies;
    private final FollowUps followUps;
    private final InboundMails mails;

    Answers(Replies replies, FollowUps followUps, InboundMails mails) {
        this.replies = requireNonNull(replies, "replies is null");
        this.followUps = requireNonNull(followUps, "followUps is null");
        this.mails = requireNonNull(mails, "mails is null");
    }

    void collect(SurveyId survey, Found.Collector collector) {
        Optional<Reply> reply = replies.find(survey);
        Optional<FollowUp> followUp = followUps.find(survey);
        reply.map(Replies::item).ifPresent(row -> collector.row(Kept.REPLIES, row));
        followUp.map(FollowUps::item).ifPresent(row -> collector.row(Kept.FOLLOW_UPS, row));
        collector.objects(objects(reply, followUp).stream().filter(mails::has).toList());
    }

    /**
     * The objects go first: their keys are in the reply and in the follow-up. The reply goes before
     * the follow-up, which must know what is the reply's last version.
     */
    void erase(SurveyId survey, Instant now) {
        objects(replies.find(survey), followUps.find(survey)).forEach(mails::delete);
        int version = version(replies.erase(survey));
        int verdict = version(replies.find(new SurveyId(survey.order(), Touchpoint.FOLLOW_UP)));
        followUps.erase(survey, version, verdict, now);
    }

    private static List<String> objects(Optional<Reply> reply, Optional<FollowUp> followUp) {
        return Stream.concat(
                        reply.stream().flatMap(r -> r.letters().stream()),
                        followUp.stream().flatMap(f -> f.letters().stream()))
                .flatMap(Letter::keys)
                .distinct()
                .toList();
    }

    private static int version(Optional<Reply> reply) {
        return reply.map(Reply::version).orElse(0);
    }
}

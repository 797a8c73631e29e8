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
import java.util.function.Predicate;
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

    /** What was answered to one survey, and the case that came of it. */
    record Answered(Optional<Reply> reply, Optional<FollowUp> followUp) {

        Answered {
            requireNonNull(reply, "reply is null");
            requireNonNull(followUp, "followUp is null");
        }

        /** Whether all of it happened before a moment, and support is done with it. */
        boolean endedBefore(Instant moment) {
            return reply.stream().allMatch(r -> r.endedBefore(moment))
                    && followUp.stream().allMatch(f -> f.endedBefore(moment));
        }

        /** What of it still says something of the customer. */
        Answered unerased() {
            return only(r -> !r.isErased(), f -> !FollowUps.isErased(f));
        }

        Answered only(Predicate<Reply> whichReply, Predicate<FollowUp> whichFollowUp) {
            return new Answered(reply.filter(whichReply), followUp.filter(whichFollowUp));
        }

        boolean isEmpty() {
            return reply.isEmpty() && followUp.isEmpty();
        }

        /** The keys of what came with it in the bucket of inbound mails. */
        List<String> objects() {
            return Stream.concat(
                            reply.stream().flatMap(r -> r.letters().stream()),
                            followUp.stream().flatMap(f -> f.letters().stream()))
                    .flatMap(Letter::keys)
                    .distinct()
                    .toList();
        }
    }

    Answered find(SurveyId survey) {
        return new Answered(replies.find(survey), followUps.find(survey));
    }

    void collect(SurveyId survey, Found.Collector collector) {
        collect(find(survey), collector);
    }

    void collect(Answered answered, Found.Collector collector) {
        answered.reply().map(Replies::item).ifPresent(row -> collector.row(Kept.REPLIES, row));
        answered.followUp()
                .map(FollowUps::item)
                .ifPresent(row -> collector.row(Kept.FOLLOW_UPS, row));
        collector.objects(answered.objects().stream().filter(mails::has).toList());
    }

    void erase(SurveyId survey, Instant now) {
        erase(survey, _ -> true, _ -> true, now);
    }

    /**
     * Erases the reply and the case, each if it is such a one. The objects go first: their keys are
     * in the reply and in the follow-up. The reply goes before the follow-up, which must know what
     * is the reply's last version.
     */
    void erase(
            SurveyId survey,
            Predicate<Reply> whichReply,
            Predicate<FollowUp> whichFollowUp,
            Instant now) {
        find(survey).only(whichReply, whichFollowUp).objects().forEach(mails::delete);
        int version = version(replies.erase(survey, whichReply));
        int verdict = version(replies.find(new SurveyId(survey.order(), Touchpoint.FOLLOW_UP)));
        followUps.erase(survey, whichFollowUp, version, verdict, now);
    }

    private static int version(Optional<Reply> reply) {
        return reply.map(Reply::version).orElse(0);
    }
}

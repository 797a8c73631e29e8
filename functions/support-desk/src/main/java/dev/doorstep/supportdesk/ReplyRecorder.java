package dev.doorstep.supportdesk;

import static java.util.Objects.requireNonNull;

import dev.doorstep.followups.Agent;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Attention;
import dev.doorstep.replies.AttentionRule;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.surveys.Decisions;
import dev.doorstep.surveys.Money;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.timers.Timers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes down what customers tell support of an order. A survey that was not sent yet is then not
 * sent any more. Safe for use by several threads.
 */
final class ReplyRecorder {
    private static final int ATTEMPTS = 5;

    private final Surveys surveys;
    private final Replies replies;
    private final Timers timers;
    private final Programme programme;
    private final Decisions decisions;
    private final AttentionRule attention;
    private final Clock clock;

    ReplyRecorder(
            Surveys surveys, Replies replies, Timers timers, Programme programme, Clock clock) {
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.replies = requireNonNull(replies, "replies is null");
        this.timers = requireNonNull(timers, "timers is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.decisions = new Decisions(programme);
        this.attention = new AttentionRule(programme.support());
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** What became of an answer. */
    sealed interface Result {

        /** It was written down, now or when it was told before. */
        record Recorded(Reply reply) implements Result {}

        /** It was not: the customer answered themselves, and that is left as it is. */
        record Kept(Reply reply) implements Result {}

        /** There is no such order. */
        record Unknown() implements Result {}
    }

    /**
     * Writes an answer down. Telling it again, with the id that it was told with, does no harm, and
     * completes what was not done the first time.
     *
     * @throws Rejected if the order cannot be asked about this touchpoint, or not so answered
     * @throws Unavailable if it could not be done now
     */
    Result record(OrderId id, Told told, Agent agent) {
        Optional<OrderSurveys> order = surveys.find(id);
        if (order.isEmpty()) {
            return new Result.Unknown();
        }
        Survey survey = survey(order.get(), told);
        told.requireOnScaleOf(survey.metric());
        Result result = write(order.get(), survey, told, agent);
        if (result instanceof Result.Recorded) {
            withdraw(order.get(), survey);
        }
        return result;
    }

    private Survey survey(OrderSurveys order, Told told) {
        return decisions
                .unasked(order, told.touchpoint(), clock.instant())
                .orElseThrow(
                        () ->
                                new Rejected(
                                        "/touchpoint", "is none that this order is asked about"));
    }

    private Result write(OrderSurveys order, Survey survey, Told told, Agent agent) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Reply> before = replies.find(survey.id());
            if (before.filter(told::isIn).isPresent()) {
                return new Result.Recorded(before.get());
            }
            if (before.filter(reply -> !reply.givesWayToDesk()).isPresent()) {
                return new Result.Kept(before.get());
            }
            Reply next = next(order, survey, before, told, agent);
            if (replies.write(before, next)) {
                return noted(next);
            }
        }
        throw new Unavailable("the reply is being written by others");
    }

    /** Of what looked automated, or was told otherwise before, only the letters stay. */
    private Reply next(
            OrderSurveys order, Survey survey, Optional<Reply> before, Told told, Agent agent) {
        Instant now = clock.instant();
        return new Reply(
                survey.id(),
                survey.metric(),
                told.answer(),
                told.reasons(),
                told.comment(),
                told.contactWish(),
                told.channel(),
                Evidence.AGENT,
                before.filter(Reply::counts).map(Reply::recordedAt).orElse(now),
                now,
                before.map(reply -> reply.version() + 1).orElse(1),
                attention(order, survey.metric(), before, told, now),
                Optional.empty(),
                Optional.of(told.hash()),
                before.map(Reply::earlierWithThis).orElse(List.of()),
                before.map(Reply::signals).orElse(0),
                before.map(Reply::letters).orElse(List.of()),
                before.flatMap(Reply::locale),
                Optional.of(agent.id()),
                before.map(Reply::startedAt).orElse(now));
    }

    private Optional<Attention> attention(
            OrderSurveys order, Metric metric, Optional<Reply> before, Told told, Instant now) {
        Optional<Money> value = order.order(programme).value();
        return attention.after(
                before.flatMap(Reply::attention),
                metric,
                told.answer(),
                told.contactWish(),
                before.filter(Reply::hasLetterToRead).isPresent(),
                Evidence.AGENT,
                value.map(Money::amount),
                value.map(Money::currency),
                now);
    }

    /** The reply comes first: alone it does no harm, and a sender who is faster has only asked. */
    private void withdraw(OrderSurveys read, Survey survey) {
        OrderSurveys order = read;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Survey current = order.survey(survey.touchpoint()).orElse(survey);
            if (current.isAsked()) {
                return;
            }
            OrderSurveys after = order.with(current.answered(clock.instant()));
            if (surveys.write(order, after, timers).isPresent()) {
                return;
            }
            order = surveys.find(survey.id().order()).orElseThrow();
        }
        throw new Unavailable("the order is being written by others");
    }

    private static Result noted(Reply reply) {
        Log.info(
                "reply recorded",
                Map.of(
                        "surveyId", reply.survey().toString(),
                        "version", reply.version(),
                        "evidence", reply.evidence().id(),
                        "channel", reply.channel().id()));
        Metrics.count("RepliesByAgent");
        return new Result.Recorded(reply);
    }
}

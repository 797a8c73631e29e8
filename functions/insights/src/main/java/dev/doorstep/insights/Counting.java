package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.followups.FollowUp;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.Scores;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Survey;
import dev.doorstep.surveys.Surveys;

import software.amazon.awssdk.core.exception.SdkException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/**
 * Counts replies, surveys and cases, each once and as it is now. Safe for use by several threads.
 */
public final class Counting {
    private final Scores scores;
    private final Surveys surveys;
    private final Programme programme;
    private final ReplyTally replyTally;
    private final SurveyTally surveyTally;
    private final CaseTally caseTally;

    public Counting(Scores scores, Surveys surveys, Programme programme) {
        this.scores = requireNonNull(scores, "scores is null");
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.replyTally = new ReplyTally(programme.zone());
        this.surveyTally = new SurveyTally(programme.zone());
        this.caseTally = new CaseTally(programme.zone());
    }

    /**
     * Counts what streams show; a version that is older than what is counted changes nothing.
     *
     * @throws Unavailable if the tables cannot be reached, or others write the same rows all the
     *     time; what was counted stays so, and counting again goes on
     */
    void follow(List<Seen> all) {
        List<Reply> replies = new ArrayList<>();
        List<Turn> ofSurveys = new ArrayList<>();
        List<Turn> ofCases = new ArrayList<>();
        for (Seen seen : all) {
            switch (seen) {
                case Seen.OfReply(Reply reply) -> replies.add(reply);
                case Seen.OfOrder order -> ofSurveys.addAll(turns(order));
                case Seen.OfCase followUp -> ofCases.addAll(turns(followUp));
            }
        }
        count(replies);
        follow(Kind.SURVEYS, ofSurveys);
        follow(Kind.CASES, ofCases);
    }

    /**
     * Counts these versions of replies; one that is older than what is counted changes nothing.
     *
     * @throws Unavailable as {@link #follow}
     */
    void count(List<Reply> replies) {
        noted(Kind.REPLIES, () -> scores.count(counted(replies)));
    }

    /**
     * Counts what has become of the surveys of these orders by now.
     *
     * @throws Unavailable as {@link #follow}
     */
    void countSurveys(List<OrderSurveys> orders) {
        noted(
                Kind.SURVEYS,
                () ->
                        scores.confirm(
                                orders.stream()
                                        .flatMap(order -> surveyTally.of(order).stream())
                                        .toList()));
    }

    /**
     * Counts how these cases stand by now.
     *
     * @throws Unavailable as {@link #follow}
     */
    void countCases(List<FollowUp> cases) {
        noted(Kind.CASES, () -> scores.confirm(cases.stream().map(caseTally::of).toList()));
    }

    private List<Turn> turns(Seen.OfOrder order) {
        return Turn.of(
                order.before().map(surveyTally::of).orElse(List.of()),
                surveyTally.of(order.after()));
    }

    private List<Turn> turns(Seen.OfCase followUp) {
        return Turn.of(
                followUp.before().map(caseTally::of).stream().toList(),
                List.of(caseTally.of(followUp.after())));
    }

    /**
     * Most versions of an order or a case add what the one before them did. That this one is
     * counted is looked up all the same: its record may have been lost.
     */
    private void follow(Kind kind, List<Turn> turns) {
        List<Counted> news = turns.stream().filter(Turn::isNews).map(Turn::next).toList();
        List<Counted> old =
                turns.stream()
                        .filter(turn -> !turn.isNews() && !turn.isIdle())
                        .map(Turn::next)
                        .toList();
        noted(kind, () -> scores.count(news) + scores.confirm(old));
    }

    private List<Counted> counted(List<Reply> replies) {
        Map<OrderId, OrderSurveys> orders = orders(replies);
        return replies.stream()
                .map(
                        reply ->
                                counted(
                                        reply,
                                        Optional.ofNullable(orders.get(reply.survey().order()))))
                .toList();
    }

    private Counted counted(Reply reply, Optional<OrderSurveys> order) {
        return replyTally.of(
                reply,
                order.map(known -> known.order(programme)),
                order.flatMap(known -> known.survey(reply.survey().touchpoint()))
                        .flatMap(Counting::mailedAt));
    }

    /** Who answers has the mail, though it may not be settled yet whether it went out. */
    private static Optional<Instant> mailedAt(Survey survey) {
        return survey.state() instanceof Survey.State.Sending(Instant since)
                ? Optional.of(since)
                : survey.sentAt();
    }

    private Map<OrderId, OrderSurveys> orders(List<Reply> replies) {
        Set<OrderId> ids =
                replies.stream()
                        .map(reply -> reply.survey().order())
                        .collect(Collectors.toUnmodifiableSet());
        return surveys.findAll(ids, Consistency.EVENTUAL).stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                order -> order.facts().order(), order -> order));
    }

    private static void noted(Kind kind, IntSupplier count) {
        int number = counted(count);
        if (number > 0) {
            Log.info(kind.message, Map.of("number", number));
            Metrics.count(kind.metric, number);
        }
    }

    private static int counted(IntSupplier count) {
        try {
            return count.getAsInt();
        } catch (SdkException e) {
            throw new Unavailable("the tables cannot be reached", e);
        }
    }

    private enum Kind {
        REPLIES("replies counted", "RepliesCounted"),
        SURVEYS("surveys counted", "SurveysCounted"),
        CASES("cases counted", "CasesCounted");

        private final String message;
        private final String metric;

        Kind(String message, String metric) {
            this.message = message;
            this.metric = metric;
        }
    }
}

package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.Consistency;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Counted;
import dev.doorstep.scores.Scores;
import dev.doorstep.surveys.Order;
import dev.doorstep.surveys.OrderId;
import dev.doorstep.surveys.Surveys;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts replies, each once and as it is now. Safe for use by several threads. */
public final class Counting {
    private final Scores scores;
    private final Surveys surveys;
    private final Programme programme;
    private final ReplyTally tally;

    public Counting(Scores scores, Surveys surveys, Programme programme) {
        this.scores = requireNonNull(scores, "scores is null");
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.programme = requireNonNull(programme, "programme is null");
        this.tally = new ReplyTally(programme.zone());
    }

    static Counting production(
            Environment environment, DynamoDbClient dynamoDb, Programme programme) {
        return new Counting(
                new Scores(dynamoDb, environment.require("SCORES_TABLE")),
                new Surveys(dynamoDb, environment.require("SURVEYS_TABLE")),
                programme);
    }

    /**
     * Counts these versions of replies; one that is older than what is counted changes nothing.
     *
     * @throws Unavailable if the tables cannot be reached, or others write the same rows all the
     *     time; what was counted stays so, and counting again goes on
     */
    void count(List<Reply> replies) {
        try {
            noted(scores.count(counted(replies)));
        } catch (SdkException e) {
            throw new Unavailable("the tables cannot be reached", e);
        }
    }

    private List<Counted> counted(List<Reply> replies) {
        Map<OrderId, Order> orders = orders(replies);
        return replies.stream()
                .map(
                        reply ->
                                tally.of(
                                        reply,
                                        Optional.ofNullable(orders.get(reply.survey().order()))))
                .toList();
    }

    private Map<OrderId, Order> orders(List<Reply> replies) {
        Set<OrderId> ids =
                replies.stream()
                        .map(reply -> reply.survey().order())
                        .collect(Collectors.toUnmodifiableSet());
        return surveys.findAll(ids, Consistency.EVENTUAL).stream()
                .map(known -> known.order(programme))
                .collect(Collectors.toUnmodifiableMap(Order::id, order -> order));
    }

    private static void noted(int number) {
        if (number > 0) {
            Log.info("replies counted", Map.of("number", number));
            Metrics.count("RepliesCounted", number);
        }
    }
}

package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Once;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Replies;
import dev.doorstep.scores.Scores;
import dev.doorstep.surveys.Surveys;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * What the function does, by what wakes it.
 *
 * @param exports which most starts do not need
 * @param digest which fewer need
 */
record Insights(
        Counting counting,
        InsightsSite site,
        Supplier<Exports> exports,
        Supplier<WeeklyDigest> digest) {

    Insights {
        requireNonNull(counting, "counting is null");
        requireNonNull(site, "site is null");
        requireNonNull(exports, "exports is null");
        requireNonNull(digest, "digest is null");
    }

    static Insights production(Environment environment) {
        DynamoDbClient dynamoDb = DynamoDb.client();
        Programme programme = Programme.load(environment);
        Scores scores = new Scores(dynamoDb, environment.require("SCORES_TABLE"));
        Reports reports = new Reports(scores, programme, Clock.systemUTC());
        Replies replies = new Replies(dynamoDb, environment.require("REPLIES_TABLE"));
        Behind behind = new Behind(scores, replies);
        Supplier<Exports> exports =
                new Once<>(
                        () ->
                                Exports.production(
                                        environment, dynamoDb, programme, scores, replies));
        return new Insights(
                new Counting(
                        scores,
                        new Surveys(dynamoDb, environment.require("SURVEYS_TABLE")),
                        programme),
                InsightsSite.production(
                        environment, programme, reports, behind, () -> exports.get().jobs()),
                exports,
                new Once<>(() -> WeeklyDigest.production(environment, programme, reports, behind)));
    }
}

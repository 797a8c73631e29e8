package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.followups.FollowUps;
import dev.doorstep.lambda.Environment;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Replies;
import dev.doorstep.scores.Scores;
import dev.doorstep.surveys.Surveys;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Counts all replies, surveys and cases that are kept, as they are now. Into an empty table it
 * gives the figures that were counted as they came; begun again, it goes on, and more may be
 * counted as it comes meanwhile.
 */
public final class Rebuild {
    private final Replies replies;
    private final Surveys surveys;
    private final FollowUps followUps;
    private final Counting counting;

    public Rebuild(Replies replies, Surveys surveys, FollowUps followUps, Counting counting) {
        this.replies = requireNonNull(replies, "replies is null");
        this.surveys = requireNonNull(surveys, "surveys is null");
        this.followUps = requireNonNull(followUps, "followUps is null");
        this.counting = requireNonNull(counting, "counting is null");
    }

    /** Takes the names of the tables of replies, of surveys, of follow-ups and of scores. */
    public static void main(String[] tables) {
        if (tables.length != 4) {
            throw new IllegalArgumentException(
                    "needs the names of the tables of replies, surveys, follow-ups and scores");
        }
        DynamoDbClient dynamoDb = DynamoDb.client();
        Surveys surveys = new Surveys(dynamoDb, tables[1]);
        new Rebuild(
                        new Replies(dynamoDb, tables[0]),
                        surveys,
                        new FollowUps(dynamoDb, tables[2]),
                        new Counting(
                                new Scores(dynamoDb, tables[3]),
                                surveys,
                                Programme.load(Environment.system())))
                .run();
    }

    /**
     * @throws dev.doorstep.lambda.Unavailable if the tables cannot be reached; running it again
     *     completes it
     */
    public void run() {
        replies.readAll(counting::count);
        surveys.readAll(counting::countSurveys);
        followUps.readAll(counting::countCases);
    }
}

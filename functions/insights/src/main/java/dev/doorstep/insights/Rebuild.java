package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.lambda.Environment;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Replies;
import dev.doorstep.scores.Scores;
import dev.doorstep.surveys.Surveys;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Counts all replies that are kept, as they are now. Into an empty table it gives the figures that
 * were counted as the replies came; begun again, it goes on, and replies may be counted as they
 * come meanwhile.
 */
public final class Rebuild {
    private final Replies replies;
    private final Counting counting;

    public Rebuild(Replies replies, Counting counting) {
        this.replies = requireNonNull(replies, "replies is null");
        this.counting = requireNonNull(counting, "counting is null");
    }

    /** Takes the names of the tables of replies, of surveys and of scores. */
    public static void main(String[] tables) {
        if (tables.length != 3) {
            throw new IllegalArgumentException(
                    "needs the names of the tables of replies, of surveys and of scores");
        }
        DynamoDbClient dynamoDb = DynamoDb.client();
        new Rebuild(
                        new Replies(dynamoDb, tables[0]),
                        new Counting(
                                new Scores(dynamoDb, tables[2]),
                                new Surveys(dynamoDb, tables[1]),
                                Programme.load(Environment.system())))
                .run();
    }

    /**
     * @throws dev.doorstep.lambda.Unavailable if the tables cannot be reached; running it again
     *     completes it
     */
    public void run() {
        replies.readAll(counting::count);
    }
}

package dev.doorstep.insights;

import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.Environment;
import dev.doorstep.programme.Programme;
import dev.doorstep.replies.Replies;
import dev.doorstep.scores.Scores;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Clock;

/** What exports need: who takes them, and who works on them. */
record Exports(ExportJobs jobs, ExportRun run) {

    Exports {
        requireNonNull(jobs, "jobs is null");
        requireNonNull(run, "run is null");
    }

    static Exports production(
            Environment environment,
            DynamoDbClient dynamoDb,
            Programme programme,
            Scores scores,
            Replies replies) {
        ExportsTable table =
                new ExportsTable(dynamoDb, environment.require("INSIGHTS_EXPORTS_TABLE"));
        ExportsQueue queue = ExportsQueue.production(environment);
        ExportFiles files = ExportFiles.production(environment);
        return new Exports(
                new ExportJobs(table, queue, files, programme),
                new ExportRun(
                        table,
                        queue,
                        files,
                        scores,
                        replies,
                        ExportRun.Size.production(),
                        Clock.systemUTC()));
    }
}

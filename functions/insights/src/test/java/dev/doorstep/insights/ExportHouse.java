package dev.doorstep.insights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.doorstep.lambda.HttpResponse;
import dev.doorstep.lambda.Json;
import dev.doorstep.lambda.JsonObject;
import dev.doorstep.lambda.Once;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Scores;
import dev.doorstep.surveys.OrderSurveys;
import dev.doorstep.surveys.Surveys;
import dev.doorstep.testing.DynamoDbLocal;
import dev.doorstep.testing.Events;
import dev.doorstep.testing.Faults;
import dev.doorstep.testing.SqsLocal;
import dev.doorstep.testing.Tables;
import dev.doorstep.testing.TestClock;
import dev.doorstep.testing.TestQueue;
import dev.doorstep.testing.TestS3;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** All that an export needs, with the function in front of it, and a clock that can be set. */
final class ExportHouse implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    static final String BUCKET = "exports";

    private static final String SAMPLE_ID = "3f0c9a52-7c1e-4b7e-9a35-0d5a3c1b7e11";

    final Faults faults = new Faults();
    final TestS3 s3 = new TestS3();
    final DynamoDbClient dynamoDb = DynamoDbLocal.client();
    final String repliesTable = Tables.create("RepliesTable");
    final String exportsTable = Tables.create("InsightsExportsTable");
    final Replies replies = new Replies(dynamoDb, repliesTable);
    private final Surveys surveys = new Surveys(dynamoDb, Tables.create("SurveysTable"));
    private final Timers timers = new Timers(dynamoDb, Tables.create("TimersTable"));
    private final String scoresTable = Tables.create("ScoresTable");
    private final Scores scores = new Scores(dynamoDb, scoresTable);
    private final Counting counting = new Counting(scores, surveys, Samples.PROGRAMME);
    private final TestQueue jobs = new TestQueue(5);
    private final OpenApi openApi = new OpenApi();
    private final InsightsHandler handler;
    private final TestClock clock = new TestClock(NOW);

    ExportHouse(ExportRun.Size size) {
        Once<Exports> exports = new Once<>(() -> exports(size));
        handler =
                new InsightsHandler(
                        new Insights(
                                counting,
                                TestSite.of(scores, replies, () -> exports.get().jobs(), clock),
                                exports,
                                () -> {
                                    throw new AssertionError("no week is over");
                                }));
    }

    private Exports exports(ExportRun.Size size) {
        DynamoDbClient tired = faults.around(DynamoDbClient.class, dynamoDb);
        ExportsTable table = new ExportsTable(tired, exportsTable);
        ExportsQueue queue =
                new ExportsQueue(faults.around(SqsClient.class, SqsLocal.client()), jobs.url());
        ExportFiles files =
                new ExportFiles(faults.around(S3Client.class, s3.client()), s3::presigner, BUCKET);
        return new Exports(
                new ExportJobs(table, queue, files, Samples.PROGRAMME),
                new ExportRun(
                        table,
                        queue,
                        files,
                        new Scores(tired, scoresTable),
                        new Replies(tired, repliesTable),
                        size,
                        clock));
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    // -- what people do --------------------------------------------------------------------

    void take(OrderSurveys order) {
        if (surveys.write(OrderSurveys.unknown(order.facts().order()), order, timers).isEmpty()) {
            throw new AssertionError("there is an order already");
        }
    }

    /** Records replies and counts them. */
    void answer(Reply... given) {
        for (Reply reply : given) {
            if (!replies.write(reply)) {
                throw new AssertionError("there is a reply already");
            }
        }
        counting.count(List.of(given));
    }

    /** What the function answered. */
    record Told(int status, Map<String, String> headers, JsonObject body) {}

    static String sample(String name) {
        return new String(Events.read("insights/" + name + ".json"), UTF_8);
    }

    Told ask(String body, String key) {
        String event = sample("export-asked-for").replace("november-dhl", key);
        int from = event.indexOf("\"body\": \"");
        return call(event.substring(0, from) + "\"body\": " + Json.write(body) + "\n}");
    }

    Told show(String id) {
        return call(sample("export-shown").replace(SAMPLE_ID, id));
    }

    JsonObject report(Map<String, Object> query) {
        Map<String, Object> event =
                new LinkedHashMap<>(Json.parseObject(sample("report-shown")).members());
        event.put("queryStringParameters", query);
        return call(Json.write(event).replace("[doorstep-viewers]", "[doorstep-leads]")).body();
    }

    /** Each answer is held to its description. */
    Told call(String event) {
        JsonObject answer = Json.parseObject(handle(event, () -> true));
        Map<String, String> headers = new LinkedHashMap<>();
        JsonObject named = answer.object("headers");
        named.members().keySet().forEach(name -> headers.put(name, named.string(name)));
        String route = Json.parseObject(event).string("routeKey");
        String[] methodAndPath = route.split(" ", 2);
        openApi.check(
                methodAndPath[0].toLowerCase(Locale.ROOT),
                methodAndPath[1],
                new HttpResponse(
                        answer.integer("statusCode"), headers, List.of(), answer.string("body")));
        return new Told(
                answer.integer("statusCode"), headers, Json.parseObject(answer.string("body")));
    }

    /** Whether the message was taken. */
    boolean deliver(String exportId, BooleanSupplier hasTime) {
        String answer = handle(sample("export-goes-on").replace(SAMPLE_ID, exportId), hasTime);
        return Json.parseObject(answer).objects("batchItemFailures").isEmpty();
    }

    private String handle(String event, BooleanSupplier hasTime) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        handler.handle(new ByteArrayInputStream(event.getBytes(UTF_8)), result, hasTime);
        return result.toString(UTF_8);
    }

    /** Asks until it is taken; who hears of a failure tries again with the same key. */
    String order(String body, String key) {
        Told asked = ask(body, key);
        while (asked.status() >= 500) {
            asked = ask(body, key);
        }
        return asked.body().string("id");
    }

    /** Delivers messages until there are none, again if they fail; gives how many there were. */
    int work(BooleanSupplier hasTime) {
        return jobs.deliverAll(message -> deliver(ExportsQueue.exportId(message), hasTime));
    }

    // -- what there is -----------------------------------------------------------------------

    /** The file of a request, from asking for it to its last byte. */
    String exported(String body) {
        String id = order(body, UUID.randomUUID().toString());
        work(() -> true);
        return file(id);
    }

    /** The file as it is in the bucket. */
    String file(String id) {
        JsonObject shown = show(id).body();
        String key = BUCKET + "/" + id + "/" + shown.object("file").string("name");
        return new String(requireNonNull(s3.objects().get(key), key + " is not there"), UTF_8);
    }

    @Override
    public void close() {
        s3.close();
    }
}

package dev.doorstep.insights;

import dev.doorstep.dynamodb.Item;
import dev.doorstep.programme.Metric;
import dev.doorstep.programme.Touchpoint;
import dev.doorstep.replies.Answer;
import dev.doorstep.replies.Channel;
import dev.doorstep.replies.Evidence;
import dev.doorstep.replies.Replies;
import dev.doorstep.replies.Reply;
import dev.doorstep.scores.Scores;
import dev.doorstep.surveys.SurveyId;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Exports ten days of 100,000 replies each, in a process with little memory, from tables that make
 * them up into a bucket that forgets them; prints the number of replies, lines and parts.
 */
final class ExportAMillion {
    private static final int A_DAY = 100_000;
    private static final int PARTITIONS = 8;
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
    private static final Days DAYS = new Days(FIRST, FIRST.plusDays(9));
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
    private static final String COMMENT = "It came a day late, \"as always\". ".repeat(4);

    private ExportAMillion() {}

    public static void main(String[] arguments) {
        Bucket bucket = new Bucket();
        MadeUp dynamoDb = new MadeUp();
        ExportsTable table = new ExportsTable(dynamoDb, "exports");
        ExportFiles files =
                new ExportFiles(
                        bucket,
                        () -> {
                            throw new AssertionError("nobody asked for a link");
                        },
                        "exports");
        ExportJob job =
                ExportJob.ask(
                        "million",
                        new ExportRequest(
                                Touchpoint.DELIVERY,
                                Metric.NPS,
                                DAYS,
                                Optional.empty(),
                                ExportFormat.CSV),
                        Map.of(),
                        "lead-1",
                        AT);
        if (!table.add(job, AT)) {
            throw new AssertionError("there is one already");
        }

        new ExportRun(
                        table,
                        new ExportsQueue(none(SqsClient.class), "queue"),
                        files,
                        new Scores(dynamoDb, "scores"),
                        new Replies(dynamoDb, "replies"),
                        ExportRun.Size.production(),
                        Clock.systemUTC())
                .goOn("million", () -> true);

        System.out.printf(
                "%d replies, %d lines, %d parts, the smallest of %d MiB%n",
                table.find("million").orElseThrow().progress().replies(),
                bucket.lines,
                bucket.parts,
                bucket.smallest >> 20);
    }

    private static <T> T none(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, _) -> {
                            throw new AssertionError(method + " is not expected");
                        }));
    }

    /** Keeps the export's row, and makes up what was counted and replied. */
    private static final class MadeUp implements DynamoDbClient {
        private Map<String, AttributeValue> row = Map.of();

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}

        @Override
        public PutItemResponse putItem(PutItemRequest put) {
            row = put.item();
            return PutItemResponse.builder().build();
        }

        @Override
        public GetItemResponse getItem(GetItemRequest get) {
            return GetItemResponse.builder().item(row).build();
        }

        /** As {@code counted#delivery#2026-11-01#3} has it. */
        @Override
        public QueryResponse query(QueryRequest query) {
            String[] segment =
                    new Item(query.expressionAttributeValues()).string(":segment").split("#", -1);
            int from =
                    query.hasExclusiveStartKey()
                            ? number(new Item(query.exclusiveStartKey()).string("at")) + 1
                            : 0;
            int to = Math.min(from + query.limit(), A_DAY / PARTITIONS);
            List<Map<String, AttributeValue>> items = new ArrayList<>();
            for (int number = from; number < to; number++) {
                items.add(counted(segment[2], segment[3], number));
            }
            QueryResponse.Builder found = QueryResponse.builder().items(items);
            return to < A_DAY / PARTITIONS
                    ? found.lastEvaluatedKey(items.getLast()).build()
                    : found.build();
        }

        private static Map<String, AttributeValue> counted(
                String day, String partition, int number) {
            return Item.builder()
                    .with("at", "A-%s-%s-%05d~delivery".formatted(day, partition, number))
                    .with("version", 1)
                    .with("shard", 0)
                    .with("about", "delivery")
                    .with("day", day)
                    .with("counter", "9")
                    .with(
                            "added",
                            Item.builder()
                                    .withStrings("all", List.of("all"))
                                    .withStrings("carrier", List.of("dhl"))
                                    .withStrings("product-group", List.of("garden", "lighting"))
                                    .build())
                    .build()
                    .attributes();
        }

        private static int number(String id) {
            int end = id.indexOf('~');
            return Integer.parseInt(id.substring(end - 5, end));
        }

        @Override
        public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
            List<Map<String, AttributeValue>> items =
                    request.requestItems().values().stream()
                            .flatMap(asked -> asked.keys().stream())
                            .map(key -> reply(new Item(key).string("surveyId")))
                            .map(reply -> Replies.item(reply).attributes())
                            .toList();
            return BatchGetItemResponse.builder().responses(Map.of("replies", items)).build();
        }

        private static Reply reply(String survey) {
            return new Reply(
                    SurveyId.parse(survey),
                    Metric.NPS,
                    new Answer.Score(9),
                    List.of("fast"),
                    Optional.of(COMMENT),
                    Optional.empty(),
                    Channel.PAGE,
                    Evidence.CONFIRMED,
                    AT,
                    AT,
                    1,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    0,
                    List.of(),
                    Optional.empty());
        }
    }

    /** Counts what is uploaded, and keeps none of it. */
    private static final class Bucket implements S3Client {
        private long lines;
        private int parts;
        private long last = Long.MAX_VALUE;
        private long smallest = Long.MAX_VALUE;

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}

        @Override
        public CreateMultipartUploadResponse createMultipartUpload(
                CreateMultipartUploadRequest create) {
            return CreateMultipartUploadResponse.builder().uploadId("upload").build();
        }

        /** Only the last part may be small. */
        @Override
        public UploadPartResponse uploadPart(UploadPartRequest put, RequestBody body) {
            smallest = Math.min(smallest, last);
            last = body.optionalContentLength().orElseThrow();
            lines += lines(() -> body.contentStreamProvider().newStream());
            parts++;
            return UploadPartResponse.builder().eTag("\"" + "0".repeat(32) + "\"").build();
        }

        private static long lines(Supplier<InputStream> content) {
            byte[] some = new byte[8192];
            long lines = 0;
            try (InputStream in = content.get()) {
                for (int read = in.read(some); read >= 0; read = in.read(some)) {
                    for (int i = 0; i < read; i++) {
                        lines += some[i] == '\n' ? 1 : 0;
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return lines;
        }

        @Override
        public CompleteMultipartUploadResponse completeMultipartUpload(
                CompleteMultipartUploadRequest complete) {
            if (complete.multipartUpload().parts().size() != parts) {
                throw new AssertionError("parts are missing");
            }
            return CompleteMultipartUploadResponse.builder().build();
        }
    }
}

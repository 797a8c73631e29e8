package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.Json;

import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Hands a table's stream to a function, as Lambda's poller does: in order, again from the record
 * that failed, halved on errors, and to the dead-letter queue when that does not help.
 */
final class StreamPoller {
    private static final Duration RETRY_DELAY = Duration.ofMillis(500);

    private final StreamSource source;
    private final String streamArn;
    private final DynamoDbStreamsClient streams;
    private final Queues queues;
    private final Lambdas lambdas;
    private final StreamFilter filter;
    private final Map<String, String> iterators = new HashMap<>();
    private final Map<String, String> lastSeen = new HashMap<>();
    private final Set<String> finished = new HashSet<>();

    StreamPoller(
            StreamSource source,
            String streamArn,
            DynamoDbStreamsClient streams,
            Queues queues,
            Lambdas lambdas) {
        this.source = source;
        this.streamArn = streamArn;
        this.streams = streams;
        this.queues = queues;
        this.lambdas = lambdas;
        this.filter = new StreamFilter(source.filterPatterns());
    }

    /** Whether there were records. */
    boolean poll() {
        boolean found = false;
        for (Shard shard : shards()) {
            if (!finished.contains(shard.shardId())) {
                found |= poll(shard.shardId());
            }
        }
        return found;
    }

    private List<Shard> shards() {
        return streams.describeStream(describe -> describe.streamArn(streamArn))
                .streamDescription()
                .shards();
    }

    private boolean poll(String shard) {
        GetRecordsResponse found = records(shard);
        hand(found.records().stream().map(StreamEvent::of).filter(filter::accepts).toList());
        goOn(shard, found);
        return !found.records().isEmpty();
    }

    private GetRecordsResponse records(String shard) {
        try {
            return records(iterators.computeIfAbsent(shard, this::iterator), source.batchSize());
        } catch (TrimmedDataAccessException | ExpiredIteratorException gone) {
            // DynamoDB Local forgets iterators of shards that were empty; a new one goes on
            return records(iterator(shard), source.batchSize());
        }
    }

    private GetRecordsResponse records(String iterator, int most) {
        return streams.getRecords(get -> get.shardIterator(iterator).limit(most));
    }

    private void goOn(String shard, GetRecordsResponse found) {
        if (found.hasRecords() && !found.records().isEmpty()) {
            lastSeen.put(shard, found.records().getLast().dynamodb().sequenceNumber());
        }
        if (found.nextShardIterator() == null) {
            finished.add(shard);
            iterators.remove(shard);
        } else {
            iterators.put(shard, found.nextShardIterator());
        }
    }

    private String iterator(String shard) {
        String last = lastSeen.get(shard);
        return streams.getShardIterator(
                        get ->
                                get.streamArn(streamArn)
                                        .shardId(shard)
                                        .sequenceNumber(last)
                                        .shardIteratorType(
                                                last == null
                                                        ? ShardIteratorType.TRIM_HORIZON
                                                        : ShardIteratorType.AFTER_SEQUENCE_NUMBER))
                .shardIterator();
    }

    private void hand(List<Map<String, Object>> records) {
        hand(records, 0);
    }

    private void hand(List<Map<String, Object>> records, int attempt) {
        if (records.isEmpty()) {
            return;
        }
        int failed = firstFailed(records);
        if (failed < 0) {
            return;
        }
        List<Map<String, Object>> rest = records.subList(failed, records.size());
        if (source.maxRetries() >= 0 && attempt >= source.maxRetries()) {
            giveUp(rest);
            return;
        }
        Pause.of(RETRY_DELAY);
        if (source.bisect() && rest.size() > 1) {
            int half = rest.size() / 2;
            hand(rest.subList(0, half), attempt + 1);
            hand(rest.subList(half, rest.size()), attempt + 1);
        } else {
            hand(rest, attempt + 1);
        }
    }

    /** The place of the first record that failed; -1 if none did. */
    private int firstFailed(List<Map<String, Object>> records) {
        byte[] event = Json.write(Map.of("Records", records)).getBytes(UTF_8);
        Optional<Set<String>> failures =
                BatchResponse.failures(lambdas.invoke(source.function(), event));
        if (failures.isEmpty()) {
            return 0;
        }
        return IntStream.range(0, records.size())
                .filter(i -> failures.get().contains(StreamEvent.sequenceNumber(records.get(i))))
                .findFirst()
                .orElse(failures.get().isEmpty() ? -1 : 0);
    }

    /** What a dead-letter queue is told: not the records, but where in the stream they are. */
    private void giveUp(List<Map<String, Object>> records) {
        source.deadLetterQueue()
                .ifPresent(
                        queue ->
                                queues.send(
                                        queue,
                                        Json.write(
                                                Map.of(
                                                        "requestContext",
                                                        Map.of(
                                                                "condition",
                                                                "RetryAttemptsExhausted",
                                                                "functionArn",
                                                                Machine.functionArn(
                                                                        source.function())),
                                                        "DDBStreamBatchInfo",
                                                        Map.of(
                                                                "streamArn",
                                                                streamArn,
                                                                "batchSize",
                                                                records.size(),
                                                                "startSequenceNumber",
                                                                StreamEvent.sequenceNumber(
                                                                        records.getFirst()),
                                                                "endSequenceNumber",
                                                                StreamEvent.sequenceNumber(
                                                                        records.getLast()))))));
    }
}

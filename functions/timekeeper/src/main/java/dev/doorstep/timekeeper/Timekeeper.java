package dev.doorstep.timekeeper;

import static java.util.Objects.requireNonNull;

import dev.doorstep.clients.AwsClients;
import dev.doorstep.dynamodb.DynamoDb;
import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Log;
import dev.doorstep.lambda.Metrics;
import dev.doorstep.lambda.Unavailable;
import dev.doorstep.timers.Timer;
import dev.doorstep.timers.Timers;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Hands each due timer to the queue of its kind and then clears it: at least once, for a run may
 * end between the two. All shards at a time, so that one that fails holds up no other.
 */
public final class Timekeeper {
    private static final int PAGE = 250;
    private static final int DELETE_BATCH = 25;

    private final Timers timers;
    private final Queues queues;
    private final Clock clock;

    public Timekeeper(Timers timers, Queues queues, Clock clock) {
        this.timers = requireNonNull(timers, "timers is null");
        this.queues = requireNonNull(queues, "queues is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    static Timekeeper production(Environment environment) {
        SqsClient sqs = AwsClients.prepared(SqsClient.builder()).build();
        return new Timekeeper(
                new Timers(DynamoDb.client(), environment.require("TIMERS_TABLE")),
                Queues.production(environment, sqs),
                Clock.systemUTC());
    }

    /**
     * Hands on what is due now.
     *
     * @param hasTime asked before each page; once it says no, the rest waits for the next run
     * @return how many timers were handed on
     * @throws Unavailable if some could not be; they stay for the next run
     */
    int run(BooleanSupplier hasTime) {
        Instant now = clock.instant();
        List<Callable<Shard>> work = new ArrayList<>();
        IntStream.range(0, Timers.SHARDS)
                .forEach(shard -> work.add(() -> drain(shard, now, hasTime)));
        List<Shard> shards = all(work);
        int handedOn = shards.stream().mapToInt(Shard::handedOn).sum();
        long failed = shards.stream().filter(Shard::failed).count();
        Log.info("timers handed on", Map.of("timers", handedOn, "failedShards", failed));
        Metrics.count("TimersHandedOn", handedOn);
        if (failed > 0) {
            throw new Unavailable("not all due timers could be handed on");
        }
        return handedOn;
    }

    private Shard drain(int shard, Instant now, BooleanSupplier hasTime) {
        int handedOn = 0;
        try {
            while (hasTime.getAsBoolean()) {
                List<Timer> due = timers.due(shard, now, PAGE);
                List<Timer> taken = handOn(due);
                handedOn += taken.size();
                if (taken.size() < due.size()) {
                    return new Shard(handedOn, true);
                }
                if (due.size() < PAGE) {
                    return new Shard(handedOn, false);
                }
            }
            return new Shard(handedOn, false);
        } catch (SdkException | Unavailable e) {
            Log.failure("shard failed", e, Map.of("shard", shard));
            return new Shard(handedOn, true);
        }
    }

    private List<Timer> handOn(List<Timer> due) {
        Map<String, List<Timer>> byQueue =
                due.stream().collect(Collectors.groupingBy(timer -> queues.urlFor(timer.kind())));
        List<Timer> taken = new ArrayList<>();
        byQueue.forEach((queue, waiting) -> taken.addAll(handOn(queue, waiting)));
        return taken;
    }

    private List<Timer> handOn(String queue, List<Timer> waiting) {
        List<Timer> taken = new ArrayList<>();
        try {
            for (List<Timer> batch : batches(waiting, Queues.BATCH)) {
                taken.addAll(queues.send(queue, batch));
            }
        } catch (SdkException e) {
            Log.failure("queue failed", e, Map.of("timers", waiting.size()));
        }
        batches(taken, DELETE_BATCH).forEach(timers::deleteAll);
        return taken;
    }

    private static List<List<Timer>> batches(List<Timer> timers, int size) {
        List<List<Timer>> batches = new ArrayList<>();
        for (int from = 0; from < timers.size(); from += size) {
            batches.add(timers.subList(from, Math.min(from + size, timers.size())));
        }
        return batches;
    }

    private static List<Shard> all(List<Callable<Shard>> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Shard> shards = new ArrayList<>();
            for (Future<Shard> shard : threads.invokeAll(work)) {
                shards.add(shard.get());
            }
            return shards;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Shard(int handedOn, boolean failed) {}
}

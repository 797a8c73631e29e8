package dev.doorstep.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.Json;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The functions as processes of this machine; what goes wrong is printed as Lambda reports it. */
final class LocalLambdas implements Lambdas, AutoCloseable {
    /** Lambda waits for one minute, then two. */
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private final Map<String, FunctionPool> pools;
    private final AwsServices services;
    private final Path logs;
    private final Queues queues;
    private final Console console;
    private final ExecutorService background;
    private final AtomicInteger unfinished = new AtomicInteger();
    private final Set<FunctionInstance> others = ConcurrentHashMap.newKeySet();

    LocalLambdas(
            List<FunctionDefinition> functions,
            AwsServices services,
            Path logs,
            Queues queues,
            Console console) {
        this.services = services;
        this.logs = logs;
        this.pools =
                functions.stream()
                        .map(
                                f ->
                                        new FunctionPool(
                                                f, services, logs.resolve(f.logicalId() + ".log")))
                        .collect(
                                Collectors.toMap(
                                        p -> p.function().logicalId(), Function.identity()));
        this.queues = queues;
        this.console = console;
        this.background = Threads.reportingTo(console);
    }

    @Override
    public Result invoke(String functionLogicalId, byte[] event) {
        Result result = pool(functionLogicalId).invoke(event);
        report(functionLogicalId, result);
        return result;
    }

    @Override
    public void invokeAsync(String functionLogicalId, byte[] event) {
        pool(functionLogicalId);
        unfinished.incrementAndGet();
        background.execute(
                () -> {
                    try {
                        invokeWithRetries(functionLogicalId, event);
                    } finally {
                        unfinished.decrementAndGet();
                    }
                });
    }

    /** Starts a process that takes no calls but the caller's; it ends with the others at last. */
    FunctionInstance start(FunctionDefinition function) {
        FunctionInstance started =
                new FunctionInstance(
                        function, services, logs.resolve(function.logicalId() + ".log"));
        others.removeIf(other -> !other.isAlive());
        others.add(started);
        return started;
    }

    /** How many asynchronous calls have neither succeeded nor failed for good. */
    int unfinished() {
        return unfinished.get();
    }

    @Override
    public void invokeWithRetries(String functionLogicalId, byte[] event) {
        FunctionDefinition function = pool(functionLogicalId).function();
        Result result = invoke(functionLogicalId, event);
        for (int retry = 1; !(result instanceof Result.Ok); retry++) {
            if (retry > function.maxRetries()) {
                function.onFailureQueue()
                        .ifPresent(queue -> queues.send(queue, failure(function, event)));
                return;
            }
            Pause.of(RETRY_DELAY.multipliedBy(retry));
            result = invoke(functionLogicalId, event);
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
        others.forEach(FunctionInstance::close);
        pools.values().parallelStream().forEach(FunctionPool::close);
    }

    private FunctionPool pool(String functionLogicalId) {
        FunctionPool pool = pools.get(functionLogicalId);
        if (pool == null) {
            throw new IllegalArgumentException(functionLogicalId + " is not a function");
        }
        return pool;
    }

    private void report(String function, Result result) {
        switch (result) {
            case Result.Ok _ -> {}
            case Result.FunctionError error ->
                    console.problem(function, error.type() + ": " + error.message());
            case Result.TimedOut timedOut -> console.problem(function, timedOut.message());
            case Result.Crashed crashed -> console.problem(function, crashed.message());
        }
    }

    /** What a destination for failures is sent: AWS Lambda Developer Guide, "Destinations". */
    private static String failure(FunctionDefinition function, byte[] event) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("version", "1.0");
        record.put("timestamp", Instant.now().toString());
        record.put(
                "requestContext",
                Map.of(
                        "requestId",
                        UUID.randomUUID().toString(),
                        "functionArn",
                        Machine.functionArn(function.logicalId()),
                        "condition",
                        "RetriesExhausted",
                        "approximateInvokeCount",
                        function.maxRetries() + 1));
        record.put("requestPayload", Json.parse(new String(event, UTF_8)));
        return Json.write(record);
    }
}

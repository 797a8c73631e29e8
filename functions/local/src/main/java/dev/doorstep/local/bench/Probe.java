package dev.doorstep.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.local.FunctionDefinition;
import dev.doorstep.local.FunctionInstance;
import dev.doorstep.local.LocalRunner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Measures processes of functions. */
final class Probe {
    private static final int COLD_STARTS = 11;
    private static final int WARM_UP = 150;
    private static final int WARM_CALLS = 200;
    private static final int CALLS_TO_WEIGH = 30;
    private static final Pattern USED = Pattern.compile("(?:DefNew|Tenured)[^\\n]* used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final LocalRunner runner;

    Probe(LocalRunner runner) {
        this.runner = runner;
    }

    /**
     * A cold start, in milliseconds.
     *
     * @param init until the process asks for its first call
     * @param call of the first call
     */
    record Cold(double total, double init, double call) {}

    /** Calls of a process that is warm; bytes are of memory that is resident, and per call. */
    record Warm(Statistics times, long residentBytes, long allocatedBytes) {}

    /** Median of starts from nothing to the first answer. */
    Cold cold(FunctionDefinition function, Supplier<Workload.Call> calls) {
        List<Long> totals = new ArrayList<>();
        List<Long> inits = new ArrayList<>();
        List<Long> firsts = new ArrayList<>();
        for (int i = 0; i < COLD_STARTS; i++) {
            byte[] event = calls.get().event();
            long started = System.nanoTime();
            try (FunctionInstance instance = runner.start(function)) {
                instance.awaitReady();
                long ready = System.nanoTime();
                Workloads.answer(function.logicalId(), instance.invoke(event));
                long answered = System.nanoTime();
                totals.add(answered - started);
                inits.add(ready - started);
                firsts.add(answered - ready);
            }
        }
        return new Cold(
                Statistics.of(totals).median(),
                Statistics.of(inits).median(),
                Statistics.of(firsts).median());
    }

    /** Median from the restore of a snapshot to the first answer, in milliseconds. */
    double restored(FunctionDefinition function, Supplier<Workload.Call> calls) {
        List<Long> totals = new ArrayList<>();
        for (int i = 0; i < COLD_STARTS; i++) {
            byte[] event = calls.get().event();
            try (FunctionInstance instance = runner.start(function)) {
                Workloads.answer(function.logicalId(), instance.invoke(event));
                totals.add(System.nanoTime() - instance.restoredAtNanos());
            }
        }
        return Statistics.of(totals).median();
    }

    /** Calls one process again and again. */
    Warm warm(FunctionDefinition function, Supplier<Workload.Call> calls) {
        try (FunctionInstance instance = runner.start(function)) {
            for (int i = 0; i < WARM_UP; i++) {
                var _ = time(instance, function, calls.get());
            }
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < WARM_CALLS; i++) {
                times.add(time(instance, function, calls.get()));
            }
            return new Warm(
                    Statistics.of(times),
                    resident(instance.processId()),
                    allocated(instance, function, calls));
        }
    }

    private static long time(
            FunctionInstance instance, FunctionDefinition function, Workload.Call call) {
        call.before()
                .ifPresent(event -> Workloads.answer(function.logicalId(), instance.invoke(event)));
        long before = System.nanoTime();
        Workloads.answer(function.logicalId(), instance.invoke(call.event()));
        return System.nanoTime() - before;
    }

    /** Right after a collection the young generation is large enough for all of these calls. */
    private static long allocated(
            FunctionInstance instance, FunctionDefinition function, Supplier<Workload.Call> calls) {
        List<byte[]> prepared = new ArrayList<>();
        for (int i = 0; i < CALLS_TO_WEIGH; i++) {
            prepared.add(calls.get().event());
        }
        command("jcmd", Long.toString(instance.processId()), "GC.run");
        long before = used(instance.processId());
        prepared.forEach(event -> Workloads.answer(function.logicalId(), instance.invoke(event)));
        return (used(instance.processId()) - before) / CALLS_TO_WEIGH;
    }

    private static long used(long process) {
        String heap = command("jcmd", Long.toString(process), "GC.heap_info");
        return USED.matcher(heap).results().mapToLong(Probe::number).sum() * 1024;
    }

    private static long resident(long process) {
        try {
            String status = Files.readString(Path.of("/proc/" + process + "/status"));
            return RESIDENT.matcher(status).results().mapToLong(Probe::number).sum() * 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(MatchResult found) {
        return Long.parseLong(found.group(1));
    }

    /** The output of a tool of this JDK. */
    private static String command(String tool, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("was interrupted", e);
        }
    }
}

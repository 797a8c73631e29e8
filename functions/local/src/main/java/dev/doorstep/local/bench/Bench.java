package dev.doorstep.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.doorstep.lambda.Json;
import dev.doorstep.local.Console;
import dev.doorstep.local.Delivery;
import dev.doorstep.local.FunctionDefinition;
import dev.doorstep.local.Local;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.Options;
import dev.doorstep.timers.Timers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Measures, in one run, the floor that the platform sets and what each function adds to it, and
 * what a survey's life consumes. Functions run on one processor, everything else on another. Writes
 * {@code target/bench.json}; ends with 0 if it got to its end, whatever the figures.
 */
public final class Bench {
    private static final Map<String, String> PARAMETERS =
            Map.of(
                    "DeliverySurveyDelay", "PT0S",
                    "SendingHours", "00:00-24:00",
                    "MinimumPressTime", "PT0S");
    private static final Duration VISIBILITY = Duration.ofSeconds(1);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);
    private static final String FUNCTIONS_RUN_ON = "1";
    private static final String ALL_ELSE_RUNS_ON = "0";
    private static final int FEW_ROWS = 1_000;
    private static final int MANY_ROWS = 100_000;
    private static final int BATCH = 10;
    private static final int CALLS_TO_METER = 10;

    /** A function's jar before it was shrunk: has the whole SDK. */
    private static final String WHOLE = "whole.jar";

    private static final double MEGABYTE = 1024 * 1024;

    private final LocalRunner runner;
    private final Meter meter;
    private final Console console;
    private final Probe probe;
    private final Workloads workloads;
    private final Targets targets = new Targets();
    private final Map<String, Object> report = new LinkedHashMap<>();
    private final Map<String, Probe.Warm> warm = new LinkedHashMap<>();

    private Bench(LocalRunner runner, Meter meter, Workloads workloads, Console console) {
        this.runner = runner;
        this.meter = meter;
        this.console = console;
        this.probe = new Probe(runner);
        this.workloads = workloads;
    }

    public static void main(String[] arguments) {
        Console console = new Console(System.out);
        int exitCode = 1;
        try {
            run(
                    console,
                    Local.root(),
                    Arrays.stream(arguments).filter(name -> !name.isBlank()).findFirst());
            exitCode = 0;
        } catch (RuntimeException e) {
            console.line("FAILED  " + e);
        }
        System.exit(exitCode);
    }

    /**
     * @param some what the names of the operations begin with that alone are measured
     */
    private static void run(Console console, Path root, Optional<String> some) {
        Processors.pinThisProcess(ALL_ELSE_RUNS_ON);
        Meter meter = new Meter();
        Options options =
                Options.of(root, PARAMETERS, console)
                        .with(new Delivery.ByHand())
                        .underFaults(VISIBILITY, LONGEST_CALL, meter);
        try (LocalRunner runner = LocalRunner.start(options);
                Workloads workloads = new Workloads(runner, root)) {
            Bench bench = new Bench(runner, meter, workloads, console);
            some.ifPresentOrElse(bench::measureSome, () -> bench.measure(root));
        }
    }

    private void measure(Path root) {
        report.put("date", Instant.now().toString());
        report.put("machine", Processors.describe());
        Probe.Cold floor = startUp();
        warmCalls(floor);
        consumption();
        console.line(targets.table());
        report.put("targets", targets.all());
        write(root.resolve("target/bench.json"));
    }

    /** Neither starts nor targets: for whoever works on these operations. */
    private void measureSome(String names) {
        List<Workload> some =
                workloads.single().stream().filter(w -> w.name().startsWith(names)).toList();
        some.forEach(w -> warm(w.name(), pinned(w.function()).withoutSnapshot(), w.calls()));
        meter.start();
        Map<String, Meter.Units> units = units(some);
        units.forEach((name, of) -> row(name, of, of));
        if (units.containsKey(Workloads.REPLIES_COUNTED)) {
            counting(units(units, Workloads.REPLIES_COUNTED));
            year(units(units, Workloads.YEAR_OF_FEW), units(units, Workloads.YEAR_OF_MANY));
        }
    }

    private Probe.Cold startUp() {
        console.line(
                "cold start, ms           total    init  first call   x floor   jar MB   restored");
        FunctionDefinition page = pinned(Workloads.PAGE);
        Probe.Cold floor =
                probe.cold(
                        page.replacedBy(BenchJar.of(NoOpHandler.class), handler(NoOpHandler.class)),
                        Bench::nothing);
        row("floor (no-op handler)", floor, floor, 0, "");
        for (String function :
                List.of(
                        Workloads.ORDER_EVENTS,
                        Workloads.TIMEKEEPER,
                        Workloads.SENDER,
                        Workloads.PAGE,
                        Workloads.EMAIL_REPLY,
                        Workloads.PROMISE_WATCH,
                        Workloads.ESCALATOR,
                        Workloads.DESK,
                        Workloads.MAIL_EVENTS,
                        Workloads.INSIGHTS,
                        Workloads.CUSTOMER_DATA)) {
            startUp(function, floor);
        }
        return floor;
    }

    private void startUp(String function, Probe.Cold floor) {
        FunctionDefinition definition = pinned(function);
        Supplier<Workload.Call> calls = workloads.firstOf(function).calls();
        Probe.Cold cold = probe.cold(definition.withoutSnapshot(), calls);
        double megabytes = size(definition.jar()) / MEGABYTE;
        String restored = "";
        if (definition.isSnapStarted()) {
            double afterRestore = probe.restored(definition, calls);
            restored = "%.0f".formatted(afterRestore);
            targets.atMost(function + ": after restore, x floor", afterRestore / floor.total(), 1);
        }
        row(function, cold, floor, megabytes, restored);
        coldTarget(function)
                .ifPresent(
                        most ->
                                targets.atMost(
                                        function + ": cold, x floor",
                                        cold.total() / floor.total(),
                                        most));
        targets.atMost(function + ": jar, MB", megabytes, 10);
    }

    private static Optional<Double> coldTarget(String function) {
        return switch (function) {
            case Workloads.PAGE -> Optional.of(6.5);
            case Workloads.ORDER_EVENTS, Workloads.SENDER -> Optional.of(7.0);
            default -> Optional.empty();
        };
    }

    private void row(
            String name, Probe.Cold cold, Probe.Cold floor, double megabytes, String restored) {
        console.line(
                "%-24s %5.0f   %5.0f       %5.0f     %5.1f    %5.1f      %s"
                        .formatted(
                                name,
                                cold.total(),
                                cold.init(),
                                cold.call(),
                                cold.total() / floor.total(),
                                megabytes,
                                restored));
        report.put(
                "cold " + name,
                Map.of(
                        "totalMillis", Targets.round(cold.total()),
                        "initMillis", Targets.round(cold.init()),
                        "firstCallMillis", Targets.round(cold.call()),
                        "timesFloor", Targets.round(cold.total() / floor.total()),
                        "restoredMillis", restored));
    }

    private void warmCalls(Probe.Cold floor) {
        console.line("");
        console.line(
                "warm calls               median ms  p99 ms   resident MB   allocated kB/call");
        FunctionDefinition page = pinned(Workloads.PAGE);
        Probe.Warm bare =
                warm(
                        "bare PutItem",
                        page.replacedBy(
                                BenchJar.of(PutItemHandler.class, page.jar().resolveSibling(WHOLE)),
                                handler(PutItemHandler.class)),
                        Bench::nothing);
        for (Workload workload : workloads.all()) {
            warm(workload.name(), pinned(workload.function()).withoutSnapshot(), workload.calls());
        }
        targets.atMost(
                Workloads.PRESS + ", x bare PutItem",
                median(Workloads.PRESS) / bare.times().median(),
                1.5);
        report.put("floorMillis", Targets.round(floor.total()));
    }

    private Probe.Warm warm(
            String name, FunctionDefinition function, Supplier<Workload.Call> calls) {
        Probe.Warm measured = probe.warm(function, calls);
        warm.put(name, measured);
        console.line(
                "%-26s %7.1f %7.1f %11.0f %15.0f"
                        .formatted(
                                name,
                                measured.times().median(),
                                measured.times().p99(),
                                measured.residentBytes() / MEGABYTE,
                                measured.allocatedBytes() / 1024.0));
        report.put(
                "warm " + name,
                Map.of(
                        "medianMillis", Targets.round(measured.times().median()),
                        "p99Millis", Targets.round(measured.times().p99()),
                        "residentBytes", measured.residentBytes(),
                        "allocatedBytesPerCall", measured.allocatedBytes()));
        return measured;
    }

    private double median(String workload) {
        return Objects.requireNonNull(warm.get(workload), workload).times().median();
    }

    private void consumption() {
        meter.start();
        Rows rows = new Rows(runner.dynamoDb());
        rows.fillTo(FEW_ROWS);
        Map<String, Meter.Units> few = units(workloads.single());
        rows.fillTo(MANY_ROWS);
        Map<String, Meter.Units> many = units(workloads.single());
        console.line("");
        console.line(
                "units per operation        write    read   SQS   (rows present: %,d and %,d)"
                        .formatted(FEW_ROWS, MANY_ROWS));
        few.forEach((name, units) -> row(name, units, units(many, name)));
        Meter.Units life = life(few);
        targets.atMost("write units of a survey's life", life.writes(), 12);
        targets.atMost("read units of a survey's life", life.reads(), 4);
        targets.atMost(
                "operations whose units grow with the rows",
                (double)
                        few.entrySet().stream()
                                .filter(e -> !e.getValue().equals(units(many, e.getKey())))
                                .count(),
                0);
        counting(units(few, Workloads.REPLIES_COUNTED));
        year(units(few, Workloads.YEAR_OF_FEW), units(few, Workloads.YEAR_OF_MANY));
        cost(few);
    }

    private void counting(Meter.Units batch) {
        double perSecond = Workloads.REPLIES_OF_A_BATCH * 1000 / median(Workloads.REPLIES_COUNTED);
        double each = (batch.reads() + batch.writes()) / Workloads.REPLIES_OF_A_BATCH;
        console.line("");
        console.line(
                "replies counted, %d a batch: %.0f a second, %.2f request units each"
                        .formatted(Workloads.REPLIES_OF_A_BATCH, perSecond, each));
        report.put(
                "counting",
                Map.of(
                        "repliesASecond", Targets.round(perSecond),
                        "unitsForEach", Targets.round(each)));
        targets.atMost("request units for each counted reply", each, 4);
    }

    /** What a report costs depends on its days: larger numbers in a row are all that is more. */
    private void year(Meter.Units few, Meter.Units many) {
        double slower = median(Workloads.YEAR_OF_MANY) / median(Workloads.YEAR_OF_FEW);
        console.line("");
        console.line(
                "a year's report: %.0f read units of %,d replies, %.0f of %,d; %.2f times the time"
                        .formatted(
                                few.reads(),
                                CountedYear.REPLIES,
                                many.reads(),
                                CountedYear.REPLIES * CountedYear.TIMES,
                                slower));
        report.put(
                "year",
                Map.of(
                        "readUnits", Targets.round(few.reads()),
                        "readUnitsOfAThousandTimesAsMany", Targets.round(many.reads()),
                        "timesTheTime", Targets.round(slower)));
        targets.atMost(
                "read units of a year's report, a thousand times the replies, ratio",
                many.reads() / few.reads(),
                1.1);
    }

    private static Meter.Units units(Map<String, Meter.Units> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    /** Event, send, question, answer, thanks, and the timers between; nobody is unhappy. */
    private static Meter.Units life(Map<String, Meter.Units> units) {
        Meter.Units timer = units(units, Workloads.ONE_TIMER_DUE);
        Meter.Units life = new Meter.Units(0, timer.writes() * 2, timer.queueRequests() * 2);
        for (String step :
                List.of(
                        "order-events: delivered",
                        "survey-sender: send",
                        Workloads.MAIL_SENT,
                        Workloads.MAIL_DELIVERED,
                        "survey-page: show",
                        Workloads.PRESS,
                        "survey-page: thanks",
                        "escalator: happy")) {
            life = life.plus(units(units, step));
        }
        return life;
    }

    private void row(String name, Meter.Units few, Meter.Units many) {
        console.line(
                "%-26s %6.1f %7.1f %5d   %s"
                        .formatted(
                                name,
                                few.writes(),
                                few.reads(),
                                few.queueRequests(),
                                few.equals(many) ? "the same" : "THEN " + many));
        report.put(
                "units " + name,
                Map.of(
                        "write", few.writes(),
                        "read", few.reads(),
                        "sqsRequests", few.queueRequests(),
                        "sameWithManyRows", few.equals(many)));
    }

    /** Per call, on average. */
    private Map<String, Meter.Units> units(List<Workload> operations) {
        Map<String, Meter.Units> units = new LinkedHashMap<>();
        for (Workload workload : operations) {
            Meter.Units sum = Meter.Units.NONE;
            for (int i = 0; i < CALLS_TO_METER; i++) {
                byte[] event = workload.calls().get().event();
                meter.read(workload.function());
                Workloads.answer(
                        workload.function(), runner.lambdas().invoke(workload.function(), event));
                sum = sum.plus(meter.read(workload.function()));
            }
            units.put(workload.name(), sum.times(1.0 / CALLS_TO_METER));
        }
        return units;
    }

    private void cost(Map<String, Meter.Units> units) {
        Prices prices = new Prices();
        List<Cost.Operation> operations = new ArrayList<>();
        for (Workload workload : workloads.single()) {
            operations.add(operation(workload, units(units, workload.name())));
        }
        Cost cost = new Cost(prices, operations);
        console.line("");
        console.line(
                "cost in US dollars at list prices of %s, %s"
                        .formatted(prices.text("region"), prices.text("date")));
        operations.forEach(
                o ->
                        console.line(
                                "  %-28s x %5.0f  %.6f"
                                        .formatted(
                                                o.name(),
                                                1000 * o.perSurvey(),
                                                1000 * o.perSurvey() * cost.of(o, 1))));
        double alone = cost.ofThousandSurveys(1);
        double batched = cost.ofThousandSurveys(BATCH);
        console.line(
                "  1,000 surveys %.4f if messages come alone, %.4f if %d at a time; their mails (SES) %.2f"
                        .formatted(alone, batched, BATCH, cost.ofTheirMails()));
        double idle = cost.ofIdleMonth();
        console.line(
                "  one reply %.7f, by mail %.7f; besides, to look for due timers each minute, %.2f a month"
                        .formatted(cost.ofReply(), cost.ofReplyByMail(), idle));
        report.put(
                "cost",
                Map.of(
                        "region", prices.text("region"),
                        "pricesOf", prices.text("date"),
                        "thousandSurveysAloneDollars", Targets.round(alone),
                        "thousandSurveysTenAtATimeDollars", Targets.round(batched),
                        "theirMailsDollars", Targets.round(cost.ofTheirMails()),
                        "replyDollars", Targets.round(cost.ofReply()),
                        "replyByMailDollars", Targets.round(cost.ofReplyByMail()),
                        "idleMonthDollars", Targets.round(idle)));
        targets.atMost("dollars for 1,000 surveys without SES, 10 at a time", batched, 0.013);
        targets.atMost("dollars for a reply", cost.ofReply(), 0.001);
        targets.atMost("dollars for a reply by mail", cost.ofReplyByMail(), 0.001);
    }

    /** A timer is handed on in a minute's run: it costs what the run then takes longer. */
    private Cost.Operation operation(Workload workload, Meter.Units used) {
        boolean isTimer = workload.name().equals(Workloads.ONE_TIMER_DUE);
        double milliseconds = isTimer ? moreThanNothing(workload.name()) : median(workload.name());
        return new Cost.Operation(
                workload.name(),
                Cost.share(workload.name()),
                billed(workload.name(), used),
                milliseconds,
                isTimer
                        ? moreThanNothing(Workloads.TEN_TIMERS_DUE) / BATCH
                        : Math.ceil(milliseconds),
                runner.function(workload.function()).memoryMegabytes(),
                isTimer ? 0 : 1,
                isWokenByMessages(workload) ? 1 : 0,
                isHttp(workload) ? 1 : 0);
    }

    /**
     * The timekeeper's reads are those of a minute, not of a timer. To find nothing in a shard
     * takes a unit; DynamoDB Local says that it takes none.
     */
    private static Meter.Units billed(String workload, Meter.Units used) {
        return switch (workload) {
            case Workloads.ONE_TIMER_DUE -> new Meter.Units(0, used.writes(), used.queueRequests());
            case Workloads.NOTHING_DUE -> new Meter.Units(Timers.SHARDS, 0, 0);
            default -> used;
        };
    }

    private double moreThanNothing(String timersDue) {
        return Math.max(0, median(timersDue) - median(Workloads.NOTHING_DUE));
    }

    private static boolean isWokenByMessages(Workload workload) {
        return List.of(Workloads.SENDER, Workloads.EMAIL_REPLY, Workloads.PROMISE_WATCH)
                .contains(workload.function());
    }

    private static boolean isHttp(Workload workload) {
        return List.of(Workloads.ORDER_EVENTS, Workloads.PAGE, Workloads.DESK)
                .contains(workload.function());
    }

    private FunctionDefinition pinned(String function) {
        return runner.function(function).launchedBy(Processors.pinnedTo(FUNCTIONS_RUN_ON));
    }

    private static Workload.Call nothing() {
        return Workload.Call.of("{}".getBytes(UTF_8));
    }

    private static String handler(Class<?> type) {
        return type.getName();
    }

    private static double size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file) {
        try {
            Files.writeString(file, Json.write(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

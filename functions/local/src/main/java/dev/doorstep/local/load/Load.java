package dev.doorstep.local.load;

import dev.doorstep.local.Console;
import dev.doorstep.local.Delivery;
import dev.doorstep.local.Local;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.local.Options;
import dev.doorstep.local.Pause;
import dev.doorstep.timers.Timers;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;

/**
 * 10,000 orders are delivered within a minute, 3,000 customers answer, agents take all cases, and
 * of everything some comes twice. Ends with 0 only if in the end everything is there once.
 */
public final class Load {
    private static final Map<String, String> PARAMETERS =
            Map.of(
                    "DeliverySurveyDelay", "PT0S",
                    "SendingHours", "00:00-24:00",
                    "MinimumPressTime", "PT0S",
                    "TimekeeperSchedule", "rate(5 seconds)");
    private static final int ORDERS = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Share AGAIN = new Share(0.05);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(60);

    /** Longer than the timekeeper's pause. */
    private static final Duration REST = Duration.ofSeconds(8);

    private final LocalRunner runner;
    private final Heat heat;
    private final Console console;
    private final Shop shop;
    private final Customers customers;
    private final Ledger ledger;
    private final Timers timers;
    private final Instant start = Instant.now();

    private Load(LocalRunner runner, Heat heat, Path root, Console console) {
        this.runner = runner;
        this.heat = heat;
        this.console = console;
        this.shop = new Shop(runner, root, AGAIN);
        this.customers = new Customers(runner, AGAIN);
        this.ledger = new Ledger(runner, ORDERS);
        this.timers = new Timers(runner.dynamoDb(), LocalRunner.tableName("TimersTable"));
    }

    public static void main(String[] arguments) {
        Console console = new Console(System.out);
        boolean isAllThere = false;
        try {
            isAllThere = run(Local.root(), console);
        } catch (RuntimeException e) {
            console.line("FAILED  " + e.getMessage());
        }
        System.exit(isAllThere ? 0 : 1);
    }

    private static boolean run(Path root, Console console) {
        Heat heat = new Heat();
        Options options =
                Options.of(root, PARAMETERS, console)
                        .with(new Delivery.Again(AGAIN.of()))
                        .watchedBy(heat);
        try (LocalRunner runner = LocalRunner.start(options);
                Backlog backlog = new Backlog(runner)) {
            return new Load(runner, heat, root, console).run(backlog);
        }
    }

    private boolean run(Backlog backlog) {
        CompletableFuture<Void> delivering = CompletableFuture.runAsync(this::deliver);
        awaitMails(customers::asked, ledger.orders());
        delivering.join();
        step("each customer has a mail");
        customers.readMails();
        step("%,d customers have answered".formatted(ledger.replies()));
        awaitMails(() -> runner.mails().size(), ledger.mails());
        step("%,d unhappy customers were told when to expect us".formatted(ledger.unhappy()));
        awaitRest();
        step("everything is at rest");
        List<String> taken = new Support(runner).takeAll();
        step("agents have taken %,d cases".formatted(taken.size()));
        List<String> wrong = ledger.check(taken);
        console.line(Report.of(heat, backlog.deepest(), MINUTE));
        wrong.forEach(line -> console.line("WRONG  " + line));
        if (wrong.isEmpty()) {
            console.line("nothing lost, nothing twice");
        }
        return wrong.isEmpty();
    }

    private void deliver() {
        Duration took = shop.deliver(ORDERS, MINUTE);
        step("%,d orders were delivered in %d s".formatted(ORDERS, took.toSeconds()));
    }

    private void step(String what) {
        console.line(
                "%4d s  %s".formatted(Duration.between(start, Instant.now()).toSeconds(), what));
    }

    /** Lets customers answer as their mails come. */
    private void awaitMails(IntSupplier mails, long count) {
        Standstill standstill = new Standstill(LONGEST_STANDSTILL);
        while (mails.getAsInt() < count) {
            standstill.check(
                    "%,d of %,d mails; waiting: %s"
                            .formatted(mails.getAsInt(), count, runner.backlog()));
            customers.readMails();
            Pause.of(LOOK_EVERY);
        }
    }

    private void awaitRest() {
        Standstill standstill = new Standstill(LONGEST_STANDSTILL);
        Instant restingSince = Instant.now();
        while (Duration.between(restingSince, Instant.now()).compareTo(REST) < 0) {
            List<String> moving = moving();
            standstill.check(moving.toString());
            if (!moving.isEmpty()) {
                restingSince = Instant.now();
            }
            Pause.of(LOOK_EVERY);
        }
    }

    private List<String> moving() {
        List<String> moving = new ArrayList<>(runner.moving());
        Instant now = Instant.now();
        for (int shard = 0; shard < Timers.SHARDS; shard++) {
            timers.due(shard, now, 1).forEach(timer -> moving.add("timer of " + timer.reference()));
        }
        return moving;
    }
}

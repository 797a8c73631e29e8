package dev.doorstep.local.year;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.local.Console;
import dev.doorstep.local.Local;
import dev.doorstep.local.LocalRunner;
import dev.doorstep.programme.Programme;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Starts the whole template with a made-up year in its tables, so that there is something to look
 * at. The functions count it as they count what really came; nobody is mailed about it.
 */
public final class LocalYear {
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(60);

    private LocalYear() {}

    /**
     * Runs until it is interrupted. Arguments are {@code seed=…}, {@code orders=…} and parameters
     * of the template.
     */
    public static void main(String[] arguments) throws InterruptedException {
        Console console = new Console(System.out);
        try {
            run(arguments, console);
        } catch (Rejected | IllegalStateException e) {
            console.line("FAILED  " + e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void run(String[] arguments, Console console) {
        YearOptions options = YearOptions.of(arguments);
        Year year = Year.of(options, Programme.load(new Environment(Map.of())), Clock.systemUTC());
        LocalRunner runner = Local.start(YearOptions.others(arguments), console);
        console.line(
                "filling it with a made-up year, from %s to %s …"
                        .formatted(year.first(), year.last()));
        fill(runner, year);
        console.line(told(runner, options, year));
    }

    /** Writes a year and waits until all of it is counted. */
    static void fill(LocalRunner runner, Year year) {
        YearTables tables = new YearTables(runner);
        tables.write(year);
        tables.awaitCounted(year, LONGEST_STANDSTILL);
    }

    private static String told(LocalRunner runner, YearOptions options, Year year) {
        return """

        A made-up year is counted (seed %d): %,d orders, %,d replies, %,d cases. Nobody was mailed.

          reports  %s/insights           (sign in as an agent, a lead or a viewer)
        """
                .formatted(
                        options.seed(),
                        year.orders().size(),
                        year.replies().size(),
                        year.cases().size(),
                        runner.api("DeskApi"));
    }
}

package dev.doorstep.local.dryrun;

import dev.doorstep.lambda.Environment;
import dev.doorstep.lambda.Rejected;
import dev.doorstep.local.Console;
import dev.doorstep.local.Local;
import dev.doorstep.programme.Programme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says whom a changed programme would ask, beside today's, from order events of the past. Nothing
 * is sent, and no account is needed. Ends with 0 unless programme or events cannot be read.
 */
public final class DryRun {
    private DryRun() {}

    /** Arguments are {@code programme=…} and {@code events=…}, a file or a folder. */
    public static void main(String[] arguments) {
        Console console = new Console(System.out);
        boolean hasRun = run(arguments, Local.root(), Clock.systemUTC(), console);
        System.exit(hasRun ? 0 : 1);
    }

    /** Whether there was something to compare. */
    static boolean run(String[] arguments, Path root, Clock clock, Console console) {
        try {
            Programme today = Programme.load(new Environment(Map.of()));
            Programme changed = ChangedProgramme.read(path(arguments, "programme", root));
            Arrivals arrivals = Arrivals.read(path(arguments, "events", root), clock);
            arrivals.refused().forEach(line -> console.line("refused  " + line));
            console.line(heading(arrivals, today.zone()));
            console.line(
                    new Comparison(
                                    Replay.of(today, arrivals.arrivals(), today.zone()),
                                    Replay.of(changed, arrivals.arrivals(), today.zone()))
                            .text());
            return true;
        } catch (Rejected e) {
            console.line("WRONG  " + e.getMessage());
        } catch (IOException e) {
            console.line("WRONG  cannot be read: " + e);
        }
        return false;
    }

    private static Path path(String[] arguments, String name, Path root) {
        String start = name + "=";
        Path path =
                Arrays.stream(arguments)
                        .filter(argument -> argument.startsWith(start))
                        .map(argument -> argument.substring(start.length()).strip())
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .map(root::resolve)
                        .orElseThrow(() -> new Rejected("", "-D" + name + "=… is missing"));
        if (!Files.exists(path)) {
            throw new Rejected("", path + ": does not exist");
        }
        return path;
    }

    private static String heading(Arrivals arrivals, ZoneId zone) {
        List<Arrival> all = arrivals.arrivals();
        Set<String> events = new HashSet<>();
        Set<String> orders = new HashSet<>();
        for (Arrival arrival : all) {
            events.add(arrival.event().key());
            orders.add(arrival.event().order().value());
        }
        return """
        %,d events of %,d orders%s; %,d came again, %,d are refused
        days are those of %s; nobody was asked before these, and nobody answers
        """
                .formatted(
                        events.size(),
                        orders.size(),
                        all.isEmpty()
                                ? ""
                                : ", from %s to %s"
                                        .formatted(
                                                day(all.getFirst(), zone),
                                                day(all.getLast(), zone)),
                        all.size() - events.size(),
                        arrivals.refused().size(),
                        zone);
    }

    private static LocalDate day(Arrival arrival, ZoneId zone) {
        return arrival.at().atZone(zone).toLocalDate();
    }
}

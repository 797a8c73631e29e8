package dev.doorstep.local.faults;

import dev.doorstep.local.AwsCall;
import dev.doorstep.local.Console;
import dev.doorstep.local.Fault;
import dev.doorstep.local.Local;
import dev.doorstep.local.Rights;
import dev.doorstep.timers.Timers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Plays each scenario once undisturbed, and then once for each call to AWS and each way in which it
 * can go wrong: each must end as the undisturbed one did. Ends with 0 only if all do.
 */
public final class Faults {
    private static final String USAGE =
            "arguments are scenario=<regular expression>, function=<part>, fault=<name>,"
                    + " number=<n>";

    /** Side by side: scenarios mostly wait, for time-outs and for what comes again. */
    static final int HOUSES = 5;

    /** Longer than a call that times out. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final BlockingQueue<House> houses;
    private final FaultTable table;
    private final Console console;

    Faults(Collection<House> houses, FaultTable table, Console console) {
        this.houses = new LinkedBlockingQueue<>(houses);
        this.table = table;
        this.console = console;
    }

    public static void main(String[] arguments) {
        Console console = new Console(System.out);
        Instant before = Instant.now();
        boolean survived = false;
        try {
            survived = tryAll(Selection.of(arguments), console);
        } catch (RuntimeException e) {
            console.line("FAILED  " + e.getMessage());
        }
        console.line("took %d s".formatted(Duration.between(before, Instant.now()).toSeconds()));
        System.exit(survived ? 0 : 1);
    }

    /** Tries what is selected; prints what came of it. */
    private static boolean tryAll(Selection selection, Console console) {
        List<Scenario> scenarios =
                Scenarios.all().stream().filter(s -> selection.hasScenario(s.name())).toList();
        if (scenarios.isEmpty()) {
            throw new IllegalArgumentException(
                    selection.scenario() + " is in no scenario's name; " + USAGE);
        }
        try (Neighbourhood neighbourhood =
                Neighbourhood.of(
                        Math.min(HOUSES, scenarios.size()), Local.root(), LEASE, console)) {
            FaultTable table =
                    new FaultTable(
                            scenarios.stream().map(Scenario::name).toList(),
                            neighbourhood.functions());
            new Faults(neighbourhood.houses(), table, console).tryAll(scenarios, selection::has);
            Rights rights = neighbourhood.rights();
            console.line(table.toString());
            console.line(RightsTable.of(rights));
            return table.survived() && (selection.isPart() || isExact(rights));
        }
    }

    private static boolean isExact(Rights rights) {
        return rights.missing().isEmpty() && rights.idle().isEmpty();
    }

    /** A scenario that was played undisturbed, of which so many points are still to be tried. */
    private record Trial(
            Scenario scenario,
            State expected,
            List<Point> points,
            AtomicInteger left,
            Instant begun) {}

    /** Tries the selected points of scenarios, as many at a time as there are houses. */
    void tryAll(List<Scenario> scenarios, Predicate<Point> selection) {
        try (ExecutorService threads = Executors.newFixedThreadPool(houses.size())) {
            List<Future<Optional<Trial>>> trials =
                    scenarios.stream()
                            .map(s -> threads.submit(() -> inAHouse(h -> begin(h, s, selection))))
                            .toList();
            List<Future<?>> tries = new ArrayList<>();
            for (Future<Optional<Trial>> begun : trials) {
                await(begun).ifPresent(trial -> tries.addAll(tryAll(trial, threads)));
            }
            tries.forEach(Faults::await);
        }
    }

    private List<Future<?>> tryAll(Trial trial, ExecutorService threads) {
        return trial.points().stream()
                .<Future<?>>map(
                        point ->
                                threads.submit(
                                        () -> inAHouse(house -> tryOne(house, trial, point))))
                .toList();
    }

    private static <T> T await(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private <T> T inAHouse(Function<House, T> work) {
        House house = Objects.requireNonNull(houses.poll(), "more threads than houses");
        try {
            return work.apply(house);
        } finally {
            houses.add(house);
        }
    }

    private Optional<Trial> begin(House house, Scenario scenario, Predicate<Point> selection) {
        try {
            Instant begun = Instant.now();
            House.Ending undisturbed = house.play(scenario, Optional.empty());
            List<Point> points =
                    points(scenario, undisturbed.calls()).stream().filter(selection).toList();
            return Optional.of(
                    new Trial(
                            scenario,
                            undisturbed.state(),
                            points,
                            new AtomicInteger(points.size()),
                            begun));
        } catch (NotSettled e) {
            table.noteStuck(scenario.name());
            console.line("STUCK  " + scenario.name() + ", undisturbed: " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean tryOne(House house, Trial trial, Point point) {
        boolean survived = survives(house, trial, point);
        if (trial.left().decrementAndGet() == 0) {
            Duration took = Duration.between(trial.begun(), Instant.now());
            console.line(table.line(trial.scenario().name(), took));
        }
        return survived;
    }

    private boolean survives(House house, Trial trial, Point point) {
        Scenario scenario = trial.scenario();
        List<String> wrong = new ArrayList<>();
        try {
            House.Ending ending = house.play(scenario, Optional.of(point));
            if (!ending.wasReached()) {
                return true;
            }
            wrong.addAll(differences(ending.state(), trial.expected(), scenario.alike()));
        } catch (NotSettled e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
        table.note(scenario.name(), point, wrong.isEmpty());
        if (!wrong.isEmpty()) {
            console.line("LOST  " + scenario.name() + ": " + point);
            wrong.forEach(line -> console.line("      " + line));
        }
        return wrong.isEmpty();
    }

    private static List<String> differences(State state, State expected, List<String> alike) {
        List<String> differences = state.differences(expected);
        if (alike.isEmpty() || differences.isEmpty()) {
            return differences;
        }
        List<String> swapped =
                state.swapped(alike.getFirst(), alike.getLast()).differences(expected);
        return swapped.isEmpty() ? swapped : differences;
    }

    /** Of the timekeeper's looks those of one run are tried: they are all alike. */
    private static List<Point> points(Scenario scenario, List<AwsCall> calls) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Point> points = new ArrayList<>();
        for (AwsCall call : calls) {
            int number = numbers.merge(Point.place(call), 1, Integer::sum);
            boolean isOneMoreLook =
                    call.isRead()
                            && call.function().startsWith("Timekeeper")
                            && number > Timers.SHARDS;
            if (scenario.functions().contains(call.function()) && !isOneMoreLook) {
                points.addAll(points(call, number));
            }
        }
        return points;
    }

    private static List<Point> points(AwsCall call, int number) {
        return Arrays.stream(Fault.values())
                .map(fault -> new Point(call.function(), number, call.operation(), fault))
                .toList();
    }

    /** What of it all is tried: without arguments, everything. */
    record Selection(
            String scenario, String function, Optional<Fault> fault, Optional<Integer> number) {

        /**
         * @throws IllegalArgumentException if an argument is none
         */
        static Selection of(String... arguments) {
            Map<String, String> given = new HashMap<>();
            for (String argument : arguments) {
                String[] pair = argument.split("=", 2);
                boolean isKnown =
                        pair.length == 2
                                && Set.of("scenario", "function", "fault", "number")
                                        .contains(pair[0]);
                if (!isKnown) {
                    throw new IllegalArgumentException(argument + ": " + USAGE);
                }
                given.put(pair[0], pair[1]);
            }
            return new Selection(
                    given.getOrDefault("scenario", ""),
                    given.getOrDefault("function", ""),
                    Optional.ofNullable(given.get("fault")).map(Fault::of),
                    Optional.ofNullable(given.get("number")).map(Integer::valueOf));
        }

        /** Whether something is left out. */
        boolean isPart() {
            return !equals(of());
        }

        boolean hasScenario(String name) {
            return Pattern.compile(scenario).matcher(name).find();
        }

        boolean has(Point point) {
            return point.function().contains(function)
                    && fault.filter(f -> f != point.fault()).isEmpty()
                    && number.filter(n -> n != point.number()).isEmpty();
        }
    }
}

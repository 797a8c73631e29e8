package dev.doorstep.local.faults;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scenario by function: how many points were tried, and how many survived. Safe for use by several
 * threads.
 */
final class FaultTable {
    private static final int NAME = 72;
    private static final int CELL = 14;

    private final Map<String, Map<String, Count>> counts = new LinkedHashMap<>();
    private final Set<String> stuck = new LinkedHashSet<>();
    private final List<String> functions;

    /**
     * @param scenarios the rows in their order
     * @param functions the columns in their order
     */
    FaultTable(List<String> scenarios, List<String> functions) {
        this.functions = List.copyOf(functions);
        scenarios.forEach(scenario -> counts.put(scenario, new LinkedHashMap<>()));
    }

    synchronized void note(String scenario, Point point, boolean survived) {
        Objects.requireNonNull(counts.get(scenario), "scenario is not a row")
                .merge(point.function(), Count.of(survived), Count::plus);
    }

    /** Notes a scenario that cannot even be played undisturbed. */
    synchronized void noteStuck(String scenario) {
        stuck.add(scenario);
    }

    /** Whether every scenario was played, something was tried, and all of it survived. */
    synchronized boolean survived() {
        Count all = sum();
        return stuck.isEmpty() && all.tried() > 0 && all.tried() == all.survived();
    }

    synchronized int tried() {
        return sum().tried();
    }

    synchronized String line(String scenario, Duration took) {
        Map<String, Count> row = counts.getOrDefault(scenario, Map.of());
        String cells =
                functions.stream()
                        .filter(row::containsKey)
                        .map(function -> bare(function) + " " + row.get(function))
                        .collect(Collectors.joining(", "));
        return pad(scenario, NAME) + cells + " in " + took.toSeconds() + " s";
    }

    @Override
    public synchronized String toString() {
        StringBuilder table = new StringBuilder("\n").append(pad("survived / tried", NAME));
        functions.forEach(function -> table.append(pad(bare(function), CELL)));
        counts.forEach(
                (scenario, row) -> {
                    table.append('\n').append(pad(scenario, NAME));
                    functions.forEach(
                            function -> table.append(pad(cell(scenario, row, function), CELL)));
                });
        return table.append("\n\nall: ").append(sum()).append('\n').toString();
    }

    private String cell(String scenario, Map<String, Count> row, String function) {
        if (stuck.contains(scenario)) {
            return "STUCK";
        }
        return row.containsKey(function) ? String.valueOf(row.get(function)) : "";
    }

    private Count sum() {
        return counts.values().stream()
                .flatMap(row -> row.values().stream())
                .reduce(new Count(0, 0), Count::plus);
    }

    private static String bare(String function) {
        return function.replaceAll("Function$", "");
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private record Count(int survived, int tried) {

        static Count of(boolean survived) {
            return new Count(survived ? 1 : 0, 1);
        }

        Count plus(Count other) {
            return new Count(survived + other.survived, tried + other.tried);
        }

        @Override
        public String toString() {
            return survived + " / " + tried;
        }
    }
}

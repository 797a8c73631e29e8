package dev.doorstep.local.faults;

import dev.doorstep.local.Console;
import dev.doorstep.local.Rights;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Houses that have nothing in common but the template, for scenarios that are played at once. */
record Neighbourhood(List<House> houses) implements AutoCloseable {

    Neighbourhood {
        houses = List.copyOf(houses);
    }

    /**
     * Builds them all, or none.
     *
     * @param size at least 1
     * @param lease how long a case stays with its owner
     */
    static Neighbourhood of(int size, Path root, Duration lease, Console console) {
        List<House> built = new ArrayList<>();
        try {
            while (built.size() < size) {
                built.add(new House(root, lease, console));
            }
        } catch (RuntimeException e) {
            built.forEach(House::close);
            throw e;
        }
        return new Neighbourhood(built);
    }

    /** The logical ids of the functions, in the template's order. */
    List<String> functions() {
        return houses.getFirst().functions();
    }

    /** What functions may do, and what they did in any of the houses. */
    Rights rights() {
        return houses.stream().map(House::rights).reduce(Rights::together).orElseThrow();
    }

    @Override
    public void close() {
        houses.forEach(House::close);
    }
}
